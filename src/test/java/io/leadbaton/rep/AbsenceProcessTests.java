package io.leadbaton.rep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadbaton.LeadbatonTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LeadbatonTest
class AbsenceProcessTests {

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identity;

    @Autowired
    Reps reps;

    @AfterEach
    void logsOut() {
        identity.clearAuthentication();
        reps.all().forEach(rep -> reps.back(rep.userId()));
    }

    @Test
    void takesARepOffTheListUntilTheGivenDate() {
        Instant end = now().plus(Duration.ofDays(2));

        tell("rep2", "away", end.toString());

        assertThat(isAvailable("rep2", now())).isFalse();
        assertThat(isAvailable("rep2", end.plusSeconds(1))).isTrue();
    }

    @Test
    void putsARepBackOnTheList() {
        tell("rep2", "away", null);
        assertThat(isAvailable("rep2", now().plus(Duration.ofDays(900)))).isFalse();

        tell("rep2", "back", null);

        assertThat(isAvailable("rep2", now())).isTrue();
    }

    @Test
    void refusesAnEndInThePastAndSomebodyWhoIsNoRep() {
        assertThatThrownBy(() -> tell("rep2", "away", "2020-01-01T08:00Z")).hasMessageContaining("lies in the past");
        assertThatThrownBy(() -> tell("marketing1", "away", null)).hasMessageContaining("not on the roster");
    }

    @Test
    void refusesACoverWhoCannotHelpAndACoverWithoutAnEnd() {
        String end = now().plus(Duration.ofDays(2)).toString();
        reps.away("rep3", null);

        assertThatThrownBy(() -> tell("rep2", "away", end, "rep2"))
                .hasMessageContaining("Nobody covers for themselves");
        assertThatThrownBy(() -> tell("rep2", "away", end, "Rita Rahman")).hasMessageContaining("no such rep");
        assertThatThrownBy(() -> tell("rep2", "away", end, "marketing1")).hasMessageContaining("no such rep");
        assertThatThrownBy(() -> tell("rep2", "away", end, "rep3")).hasMessageContaining("is away too");
        assertThatThrownBy(() -> tell("rep2", "away", null, "rep1")).hasMessageContaining("Say until when");
        assertThat(isAvailable("rep2", now())).isTrue();
    }

    @Test
    void keepsNothingOfWhatIsTypedAtTheReturn() {
        tell("rep2", "back", null, "Call Ada Meyer at noon");

        assertThat(runtime.createVariableInstanceQuery().variableName("cover").count())
                .isZero();
        assertThat(reps.find("rep2").orElseThrow().cover()).isNull();
    }

    private boolean isAvailable(String user, Instant at) {
        return reps.find(user).orElseThrow().isAvailable(at);
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private void tell(String user, String status, String until) {
        tell(user, status, until, null);
    }

    private void tell(String user, String status, String until, String cover) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("status", status);
        fields.put("until", until);
        fields.put("cover", cover);
        identity.setAuthentication(user, List.of("camunda-admin"));
        runtime.startProcessInstanceByKey("absence", fields);
    }
}
