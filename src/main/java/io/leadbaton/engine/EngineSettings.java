package io.leadbaton.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Puts our rules into the engine before it starts; plain numbers and switches stand in application.yaml. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;

    EngineSettings(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        NamedBeans beans = new NamedBeans(context);
        NoScripts noScripts = new NoScripts();
        engine.setCustomHistoryLevels(List.of(new LeanHistory()));
        engine.setBeans(beans);
        engine.setExpressionManager(new GuardedExpressions(context, beans));
        engine.setCommandContextFactory(new QuietRefusals(engine));
        engine.setCustomPreVariableSerializers(List.of(new HandedOn()));
        engine.setScriptFactory(noScripts);
        engine.setScriptEngineResolver(noScripts);
        engine.setDmnEngineConfiguration(judgingFast());
        List<SessionFactory> sessions = new ArrayList<>(SparedQuestions.all());
        sessions.addAll(List.of(new KnownDecisions(), new KnownVariables(), new KnownJobDefinitions()));
        engine.setCustomSessionFactories(sessions);
        forgetLoggingContext(engine);
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new OwnTasks()));
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new RepeatingOnCollision()));
        engine.setCustomPostDeployers(List.of(new VersionTags()));
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Arrivals(context))));
    }

    /** Kept for each step of each lead, it would take a tenth of the engine's time, and no line of our log shows it. */
    private static void forgetLoggingContext(ProcessEngineConfigurationImpl engine) {
        engine.setLoggingContextActivityId(null);
        engine.setLoggingContextActivityName(null);
        engine.setLoggingContextApplicationName(null);
        engine.setLoggingContextBusinessKey(null);
        engine.setLoggingContextProcessDefinitionId(null);
        engine.setLoggingContextProcessDefinitionKey(null);
        engine.setLoggingContextProcessInstanceId(null);
        engine.setLoggingContextTenantId(null);
        engine.setLoggingContextEngineName(null);
    }

    private static DefaultDmnEngineConfiguration judgingFast() {
        DefaultDmnEngineConfiguration decisions = new DefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(RememberingFeel::new);
        return decisions;
    }
}
