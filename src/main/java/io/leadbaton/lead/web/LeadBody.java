package io.leadbaton.lead.web;

import io.leadbaton.Faults;
import io.leadbaton.lead.NewLead;
import io.leadbaton.web.JsonBody;
import io.leadbaton.web.JsonFields;
import java.util.Map;

/** Reads a lead as the API describes it; what is of the wrong kind is noted and left out. */
final class LeadBody {

    private LeadBody() {}

    static NewLead read(JsonBody body, Faults faults) {
        JsonFields fields = body.fields(faults);
        String channel = fields.text("channel");
        NewLead lead = new NewLead(
                fields.text("externalId"),
                fields.text("email"),
                fields.text("phone"),
                fields.text("firstName"),
                fields.text("lastName"),
                fields.text("company"),
                fields.text("jobTitle"),
                fields.text("country"),
                fields.text("city"),
                fields.text("timeZone"),
                channel == null ? "api" : channel,
                fields.text("source"),
                fields.text("campaign"),
                fields.text("supplier"),
                fields.text("leadType"),
                fields.text("message"),
                fields.flag("emailOptOut"),
                fields.flag("doNotCall"),
                fields.values("consent"),
                fields.values("intent"),
                fields.values("qualification"),
                fields.values("custom"),
                Map.of(),
                fields.instant("receivedAt"));
        fields.nothingElse();
        return lead;
    }
}
