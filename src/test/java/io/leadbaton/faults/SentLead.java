package io.leadbaton.faults;

/** The leads that the load brings in: most stay with marketing, every fifth goes to a rep, every tenth is promised an answer within a minute. */
final class SentLead {

    /** Everybody's last name: it must turn up nowhere but in our own tables. */
    static final String CANARY = "Zanzibarine";

    private SentLead() {}

    /** The same number is the same request. */
    static String json(int number, String campaign) {
        return """
                {"email": "sent%1$d@example.com", "phone": "+4930%1$07d", "lastName": "%2$s", %3$s, "campaign": "%4$s"}
                """.formatted(number, CANARY, kind(number, campaign), campaign);
    }

    private static String kind(int number, String campaign) {
        if (!campaign.isEmpty() || number % 5 == 1) {
            return "\"channel\": \"event\", \"leadType\": \"event\", \"intent\": {\"demoRequested\": true, \"offerRequested\": true}";
        }
        return number % 10 == 2 ? "\"channel\": \"chat\"" : "\"channel\": \"purchased\"";
    }
}
