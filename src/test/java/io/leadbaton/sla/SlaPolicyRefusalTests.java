package io.leadbaton.sla;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.leadbaton.LeadbatonTest;
import io.leadbaton.policy.Fault;
import io.leadbaton.policy.PolicyChecks;
import io.leadbaton.policy.PolicyFiles;
import io.leadbaton.policy.PolicySource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A promise no clock can run is refused before it is made, with the row as its owner sees it in Modeler. */
@LeadbatonTest
class SlaPolicyRefusalTests {

    private static final String FILE = "processes/slaPolicy.dmn";
    private static final PolicyFiles SHIPPED = new PolicySource(Path.of("")).read();

    @Autowired
    PolicyChecks checks;

    @ParameterizedTest(name = "{0}: {2} becomes {3}")
    @CsvSource(quoteCharacter = '`', textBlock = """
            respondInbound, 8,  >5<,               >0<,               `at least 1 and not 0`
            respondInbound, 8,  >5<,               >-5<,              `at least 1 and not -5`
            respondInbound, 8,  >5<,               >2.5<,             `The time is a whole number, not '2.5'`
            respondInbound, 8,  >5<,               ><,                `The time is a whole number, not ''`
            respondInbound, 8,  >5<,               >9999999<,         `longer than a year`
            followUp,       19, 100",              100000",           `longer than a year`
            respondInbound, 8,  "minutes",         "businessMinutes", `The units are mixed`
            attemptNext,    12, "businessMinutes", "minutes",         `The units are mixed`
            respondInbound, 8,  "minutes",         "5 minutes",       `There is no unit '5 minutes'`
            respondInbound, 8,  "minutes",         "hours",           `There is no unit 'hours'`
            attemptNext,    12, "rep",             "mine",            `none, team or rep, not 'mine'`
            respondInbound, 8,  `"50, 80"`,        `"50, 100"`,       `A warning comes before the deadline`
            respondInbound, 8,  `"50, 80"`,        `"0, 80"`,         `A warning comes before the deadline`
            respondInbound, 8,  `"50, 80"`,        `"80, 50"`,        `Warnings come one after the other`
            respondInbound, 8,  `"50, 80"`,        `"half"`,          `'half' is no percentage`
            reply,          15, next-rep 300,      next-rep 90,       `at 100 percent or more`
            reply,          15, next-rep 300,      copy-manager 300,  `The ladder loops, a rung comes twice`
            reply,          15, copy-manager 100,  copy-manager 400,  `The ladder loops, it goes back in time`
            reply,          15, next-rep 300,      next-boss 300,     `There is no rung named 'next-boss'`
            reply,          15, next-rep 300,      next-rep,          `A rung has a name and a percent`
            reply,          15, >true<,            >false<,           `has no ladder`
            qualify,        17, "qualification",   "disposition",     `promises 'disposition' twice`
            """)
    void namesTheRowThatCannotBeRun(String row, int number, String now, String instead, String reason) {
        List<Fault> faults = checks.faults(with(row, now, instead));

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.element()).isEqualTo(row);
            assertThat(fault.reason()).startsWith("row " + number + " promises").contains(reason);
        });
        assertThat(faults).allMatch(fault -> fault.file().equals(FILE));
    }

    @Test
    void namesTheClauseThatIsPromisedToNobody() {
        String text = SHIPPED.text(FILE);
        int from = text.indexOf("<rule id=\"reviewRejection\">");
        int to = text.indexOf("</rule>", from) + "</rule>".length();

        List<Fault> faults = checks.faults(with(text.substring(0, from) + text.substring(to)));

        assertThat(faults)
                .extracting(Fault::toString)
                .singleElement()
                .asString()
                .startsWith("processes/slaPolicy.dmn, slaPolicy: does not promise 'rejectionReview'");
    }

    @Test
    void namesTheKindOfLeadThatIsPromisedNothing() {
        List<Fault> faults = checks.faults(with("acceptWithinHour", "\"webinar\", ", ""));

        assertThat(faults)
                .extracting(Fault::toString)
                .singleElement()
                .asString()
                .contains("slaPolicy: does not promise 'acceptance' when")
                .contains("webinar");
    }

    private static PolicyFiles with(String row, String now, String instead) {
        String text = SHIPPED.text(FILE);
        int from = text.indexOf("<rule id=\"" + row + "\">");
        int to = text.indexOf("</rule>", from);
        String changed = text.substring(from, to).replace(now, instead);
        assertThat(changed).isNotEqualTo(text.substring(from, to));
        return with(text.substring(0, from) + changed + text.substring(to));
    }

    private static PolicyFiles with(String text) {
        Map<String, byte[]> files = new HashMap<>(SHIPPED.contents());
        files.put(FILE, text.getBytes(UTF_8));
        return new PolicyFiles(files);
    }
}
