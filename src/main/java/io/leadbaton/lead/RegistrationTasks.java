package io.leadbaton.lead;

import io.leadbaton.policy.OneOf;
import io.leadbaton.policy.WordKind;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What the form "Register a lead" leads to. */
@Component
public class RegistrationTasks {

    private final Intake intake;
    private final Supplier<String> actor;

    RegistrationTasks(Intake intake, @Qualifier("actor") Supplier<String> actor) {
        this.intake = intake;
        this.actor = actor;
    }

    /** Takes in a lead that a person typed, through the same checks as every door. */
    public void registerLead(
            String email,
            String phone,
            String firstName,
            String lastName,
            String company,
            String jobTitle,
            String country,
            String city,
            @OneOf(kind = WordKind.CHANNEL) String channel,
            String message) {
        NewLead lead = new NewLead(
                null,
                typed(email),
                typed(phone),
                typed(firstName),
                typed(lastName),
                typed(company),
                typed(jobTitle),
                typed(country),
                typed(city),
                null,
                channel,
                null,
                null,
                null,
                null,
                typed(message),
                false,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null);
        intake.receive(lead, actor.get());
    }

    private static @Nullable String typed(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
