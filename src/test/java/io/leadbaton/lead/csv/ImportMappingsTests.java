package io.leadbaton.lead.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.Faults;
import io.leadbaton.FieldFault;
import io.leadbaton.InputRefused;
import io.leadbaton.lead.NewLead;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportMappingsTests {

    private final ImportMappings mappings = mappings("");

    @Test
    void knowsAFileByItsColumnsHoweverTheyAreSpelt() {
        assertThat(mappings.choose(null, List.of("lead_id", "LEAD ORIGIN", "leadSource", "Email"))
                        .name())
                .isEqualTo("web-campaign");
        assertThat(mappings.choose(null, List.of("first_name", "E-Mail")).name())
                .isEqualTo("standard");
        assertThat(mappings.choose("standard", List.of("Lead ID", "Lead Origin", "Lead Source"))
                        .name())
                .isEqualTo("standard");
    }

    @Test
    void namesTheKnownOnesWhenASourceIsNotKnown() {
        assertThatThrownBy(() -> mappings.choose("crm", List.of("Email")))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("standard");
    }

    @ParameterizedTest
    @CsvSource({
        "Olark Chat,API,chat",
        "live chat,API,chat",
        "Click2call,API,phone",
        "Reference,Lead Add Form,referral",
        "Google,Landing Page Submission,web-form",
        "google,API,api",
        "Facebook,Lead Import,import"
    })
    void derivesTheChannelFromSourceAndOrigin(String source, String origin, String channel) {
        assertThat(read("web-campaign", List.of("Lead Source", "Lead Origin"), List.of(source, origin))
                        .channel())
                .isEqualTo(channel);
    }

    @Test
    void keepsFactsAsNumbersAndTextsForTheTables() {
        NewLead lead = read(
                "web-campaign",
                List.of("Lead ID", "Total Visits", "Pages per Visit", "Last Activity", "Email Opt Out", "Do Not Call"),
                List.of("x-1", "5", "2.5", "Email Opened", "1", "0"));

        assertThat(lead.externalId()).isEqualTo("x-1");
        assertThat(lead.facts())
                .containsEntry("visits", 5L)
                .containsEntry("pagesPerVisit", new BigDecimal("2.5"))
                .containsEntry("lastActivity", "Email Opened");
        assertThat(lead.emailOptOut()).isTrue();
        assertThat(lead.doNotCall()).isFalse();
    }

    @Test
    void splitsANameAndTakesTheFirstPhoneThatIsGiven() {
        NewLead lead = read(
                "standard",
                List.of("Full Name", "Phone", "Mobile", "Created Date"),
                List.of("Ada von Meyer", "", "+49 30 23125 001", "2026-01-31 09:30:00"));

        assertThat(lead.firstName()).isEqualTo("Ada");
        assertThat(lead.lastName()).isEqualTo("von Meyer");
        assertThat(lead.phone()).isEqualTo("+49 30 23125 001");
        assertThat(lead.receivedAt()).hasToString("2026-01-31T09:30:00Z");
    }

    @Test
    void saysWhatItCannotUnderstand() {
        Faults faults = new Faults();
        RowReader.read(
                mappings.named("standard").orElseThrow(),
                List.of("Email", "Do Not Call", "Received At"),
                new CsvRows.Row(1, 2, List.of("a@example.com", "perhaps", "31.01.2026", "more")),
                faults);

        assertThat(faults.list())
                .extracting(FieldFault::code)
                .containsExactly("ragged-row", "not-a-boolean", "not-an-instant");
    }

    @Test
    void namesEveryColumnItDoesNotKnowByItsPlace() {
        Faults faults = new Faults();
        mappings.named("standard").orElseThrow().checkHeader(List.of("Email", "Shoe Size", "e-mail", ""), faults);

        assertThat(faults.list())
                .extracting(FieldFault::field, FieldFault::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("column 2", "column-unknown"),
                        org.assertj.core.groups.Tuple.tuple("column 3", "column-twice"),
                        org.assertj.core.groups.Tuple.tuple("column 4", "column-unnamed"));
    }

    @Test
    void takesMappingsOfOnesOwn(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("fair.yaml"), """
                about: Leads of a fair
                recognisedBy: [Stand]
                columns: {Stand: custom.stand, Mail: email}
                defaults: {channel: event}
                """, StandardCharsets.UTF_8);

        ImportMappings own = mappings(folder.toString());

        assertThat(own.choose(null, List.of("stand", "mail")).name()).isEqualTo("fair");
        assertThat(own.named("standard")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"'columns: {Mail: mail}'", "'colums: {Mail: email}'", "'derived: {channel: [{when: X}]}'"})
    void refusesAMappingThatNobodyUnderstands(String content, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("odd.yaml"), content, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> mappings(folder.toString())).hasMessageContaining("Import mapping odd");
    }

    private NewLead read(String mapping, List<String> header, List<String> cells) {
        Faults faults = new Faults();
        NewLead lead =
                RowReader.read(mappings.named(mapping).orElseThrow(), header, new CsvRows.Row(1, 2, cells), faults);
        assertThat(faults.list()).isEmpty();
        return lead;
    }

    private static ImportMappings mappings(String folder) {
        try {
            return new ImportMappings(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
