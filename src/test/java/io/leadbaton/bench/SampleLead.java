package io.leadbaton.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** A lead that goes to a rep at once, the same facts for everybody who is compared. */
record SampleLead(String email, String phone) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** No two numbers give leads that could be taken for the same person. */
    static SampleLead number(int number) {
        return new SampleLead("lead%d@example.com".formatted(number), "+4930%08d".formatted(number));
    }

    /** As our API takes it. */
    Map<String, Object> nested() {
        Map<String, Object> lead = whoAndWhat();
        lead.put("intent", Map.of("demoRequested", true, "offerRequested", true, "secondsOnSite", 700, "visits", 4));
        lead.put("qualification", Map.of("employees", 80));
        return lead;
    }

    /** As process variables are usually named. */
    Map<String, Object> flat() {
        Map<String, Object> lead = whoAndWhat();
        lead.putAll(Map.of(
                "emailOptOut",
                false,
                "demoRequested",
                true,
                "offerRequested",
                true,
                "secondsOnSite",
                700,
                "visits",
                4,
                "employees",
                80));
        return lead;
    }

    /** The header of a file of such leads. */
    static String header() {
        return "Email,Phone,Company,Job Title,Channel,Lead Type,Demo Requested,Offer Requested,Seconds On Site,Visits,Employees\n";
    }

    /** As a line of a file. */
    String line() {
        return "%s,%s,Example Pumps,Head of purchasing,event,event,true,true,700,4,80\n".formatted(email, phone);
    }

    private Map<String, Object> whoAndWhat() {
        return new HashMap<>(Map.of(
                "email", email,
                "phone", phone,
                "company", "Example Pumps",
                "jobTitle", "Head of purchasing",
                "channel", "event",
                "leadType", "event"));
    }

    static String json(Map<String, Object> lead) {
        try {
            return JSON.writeValueAsString(lead);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
