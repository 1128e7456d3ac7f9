package io.leadbaton.lead;

import static io.leadbaton.lead.NewLeadFixtures.aLead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeChecksTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private final IntakeChecks checks = new IntakeChecks(new Phones("US"), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            +91 22 5066 0727  |                | +912250660727
            030 23125 001     | Germany        | +493023125001
            030 23125 001     | de             | +493023125001
            (202) 555-0143    |                | +12025550143
            020 7946 0123     | United Kingdom | +442079460123
            """)
    void writesPhonesSoThatTheyCanBeDialledFromEverywhere(String typed, String country, String dialled) {
        assertThat(checks.accept(aLead(null, typed, country, "phone", null, Map.of(), null))
                        .phone())
                .isEqualTo(dialled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "call me", "+49 1", "0000000000", "+1 202 555 0143 ext", "="})
    void refusesPhonesThatNobodyCouldDial(String typed) {
        assertThat(codes(aLead("ada@example.com", typed))).containsExactly("phone-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.com", "a.b+c@sub.example.org", "ada@büro.example", "ADA@EXAMPLE.COM"})
    void takesMailAddressesThatMailCanBeSentTo(String address) {
        assertThat(codes(aLead(address, null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@host",
                "ada@[127.0.0.1]",
                "\"x\"@example.org",
                "a,b@example.com",
                "ada@example.com\nBcc: x@example.com",
                "a@b@example.com",
                "ada@example.com>"
            })
    void refusesMailAddressesThatCannotBeUsed(String address) {
        assertThat(codes(aLead(address, null))).containsExactly("email-invalid");
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() {
        NewLead lead =
                aLead("ada", "12", "x".repeat(101), "fax", "nul\u0000", Map.of("k", List.of()), NOW.plusSeconds(90));

        assertThat(codes(lead))
                .containsExactlyInAnyOrder(
                        "email-invalid",
                        "phone-invalid",
                        "too-long",
                        "channel-unknown",
                        "characters-not-allowed",
                        "not-a-plain-value",
                        "in-the-future");
        assertThatThrownBy(() -> checks.accept(lead))
                .isInstanceOf(LeadRefused.class)
                .hasMessageNotContaining("fax");
    }

    @Test
    void needsOneWayToReachThePerson() {
        assertThat(codes(aLead("  ", null))).containsExactly("contact-missing");
    }

    @Test
    void forgivesASenderWhoseClockIsSecondsAhead() {
        NewLead lead = aLead("ada@example.com", null, null, "chat", null, Map.of(), NOW.plusSeconds(20));

        assertThat(checks.accept(lead).receivedAt()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202Eabc", "a\ud800", "bell\u0007", "\u0000"})
    void refusesCharactersThatBreakADatabaseOrFoolAReader(String text) {
        assertThat(codes(aLead("ada@example.com", null, null, "chat", text, Map.of(), null)))
                .containsExactly("characters-not-allowed");
    }

    private List<String> codes(NewLead lead) {
        return checks.faults(lead).stream().map(fault -> fault.code()).toList();
    }
}
