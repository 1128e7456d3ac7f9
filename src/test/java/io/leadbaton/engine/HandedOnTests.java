package io.leadbaton.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class HandedOnTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Facts facts;

    @Test
    void writesNothingOfWhatOneStepHandsToTheNext() {
        assertThat(writer(facts.of(Map.of("visits", 3)))).isInstanceOf(HandedOn.class);
        assertThat(writer(facts.passing(List.of(Map.of("clause", "acceptance")))))
                .isInstanceOf(HandedOn.class);
    }

    @Test
    void leavesToTheEngineWhatIsStored() {
        assertThat(writer(Variables.objectValue(List.of("rep1")).create())).isNotInstanceOf(HandedOn.class);
        assertThat(writer(facts.options(List.of("rep1")))).isNotInstanceOf(HandedOn.class);
    }

    private Object writer(TypedValue value) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> configuration.getVariableSerializers().findSerializerForValue(value));
    }
}
