package io.leadbaton.bench;

import io.leadbaton.Http;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A service that is compared: started in this JVM on a database of its own, its timers fired by the bench. */
abstract class Contender implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final ClosedLoop FIRING = new ClosedLoop(4);
    private static final AtomicInteger LEADS = new AtomicInteger();

    private final String name;
    private final ConfigurableApplicationContext service;

    Contender(String name, BenchServer server, Class<?> application, List<String> settings) {
        this.name = name;
        server.create(name);
        SpringApplication starting = new SpringApplication(application);
        starting.setLogStartupInfo(false);
        this.service = starting.run(settings.stream()
                .map(setting -> setting.replace("{database}", server.url(name) + Flushes.countedAs(name)))
                .toArray(String[]::new));
    }

    /** Whom nobody knows yet. */
    static SampleLead nextLead() {
        return SampleLead.number(LEADS.incrementAndGet());
    }

    String name() {
        return name;
    }

    <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    int port() {
        return Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Takes a lead in within this JVM and answers when the rep's task is there. */
    final void receive() {
        receive(nextLead());
    }

    abstract void receive(SampleLead lead);

    /** As {@link #receive()} over HTTP. */
    final void receiveOverHttp() {
        HttpResponse<String> answer = Http.send(HTTP, request(nextLead()));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    abstract HttpRequest request(SampleLead lead);

    HttpRequest.Builder post(String path, String json) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    long openTasks(String task) {
        return bean(TaskService.class).createTaskQuery().taskDefinitionKey(task).count();
    }

    /** Lets reps accept so many leads, the latest first, which then wait for their first attempt. */
    void accept(int leads) {
        bean(TaskService.class)
                .createTaskQuery()
                .taskDefinitionKey("acceptLead")
                .orderByTaskCreateTime()
                .desc()
                .listPage(0, leads)
                .forEach(task -> complete(task, Map.of("decision", "accept")));
    }

    /** Lets the planned attempts of accepted leads fall due, and answers their tasks. */
    List<Task> dueAttempts() {
        ManagementService management = bean(ManagementService.class);
        FIRING.perSecond(management.createJobQuery().activityId("attemptPlanned").list().stream()
                .map(Job::getId)
                .<Runnable>map(job -> () -> management.executeJob(job))
                .toList());
        return bean(TaskService.class)
                .createTaskQuery()
                .taskDefinitionKey("makeAttempt")
                .list();
    }

    long plannedAttempts() {
        return bean(ManagementService.class)
                .createJobQuery()
                .activityId("attemptPlanned")
                .count();
    }

    /** Ends the work on leads that wait for their next attempt. */
    void dropPlanned() {
        bean(ManagementService.class).createJobQuery().activityId("attemptPlanned").list().stream()
                .map(Job::getRootProcessInstanceId)
                .forEach(lead -> bean(RuntimeService.class).deleteProcessInstance(lead, "measured enough"));
    }

    /** Lets so many attempts fall due and notes them; answers how many a second were noted. */
    double noteAttempts(ClosedLoop clients, int count) {
        return clients.perSecond(attempts(count));
    }

    /** Lets attempts fall due, so many of which can be noted then. */
    List<Runnable> attempts(int count) {
        List<Runnable> attempts = dueAttempts().stream()
                .limit(count)
                .<Runnable>map(task -> () -> attempt(task))
                .toList();
        if (attempts.size() < count) {
            throw new IllegalStateException("Only %d attempts are due".formatted(attempts.size()));
        }
        return attempts;
    }

    void attempt(Task task) {
        complete(task, Map.of("outcome", "no-answer"));
    }

    private void complete(Task task, Map<String, Object> fields) {
        IdentityService identity = bean(IdentityService.class);
        identity.setAuthentication(task.getAssignee(), List.of("rep"));
        try {
            bean(TaskService.class).complete(task.getId(), fields);
        } finally {
            identity.clearAuthentication();
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
