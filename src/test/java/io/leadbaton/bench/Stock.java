package io.leadbaton.bench;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import stock.LeadController;
import stock.StockStarter;

/** Camunda as people usually set it up. */
final class Stock extends Contender {

    /** Its timers are fired by the bench. */
    Stock(String name, BenchServer server) {
        this(name, server, false);
    }

    Stock(String name, BenchServer server, boolean firesTimers) {
        super(
                name,
                server,
                StockStarter.class,
                List.of(
                        "--spring.config.location=classpath:/stock/stock.yaml",
                        "--camunda.bpm.process-engine-name=" + name,
                        "--camunda.bpm.job-execution.enabled=" + firesTimers,
                        "--spring.datasource.url={database}"));
    }

    @Override
    void receive(SampleLead lead) {
        Map<String, String> received = bean(LeadController.class).receive(lead.flat());
        if (received.isEmpty()) {
            throw new IllegalStateException("No lead");
        }
    }

    @Override
    HttpRequest request(SampleLead lead) {
        return post("/leads", SampleLead.json(lead.flat())).build();
    }
}
