package io.leadbaton.lead.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leadbaton.Http;
import io.leadbaton.LeadbatonTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LeadbatonTest
class ManyImportsTests {

    private final CountDownLatch arrived = new CountDownLatch(2);
    private final CountDownLatch goOn = new CountDownLatch(1);

    private final ExecutorService senders = Executors.newFixedThreadPool(2);

    @LocalServerPort
    int port;

    @Autowired
    ImportQueue queue;

    @Autowired
    JdbcClient jdbc;

    @Test
    void asksToComeBackWhileTwoFilesAreJustComingIn() throws Exception {
        List<CompletableFuture<Void>> slow = Stream.of("one", "two")
                .map(name -> CompletableFuture.runAsync(() -> send(name), senders))
                .toList();
        arrived.await();

        HttpResponse<String> third = upload("three");
        goOn.countDown();
        slow.forEach(CompletableFuture::join);
        senders.shutdown();

        assertThat(third.statusCode()).as(third.body()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(third.body()).contains("try-later");
        await().until(() -> upload("three").statusCode() == 202);
        await().until(this::allHaveEnded);
    }

    private boolean allHaveEnded() {
        return jdbc.sql("select not exists (select 1 from leadbaton.import where state in ('queued', 'running'))")
                .query(Boolean.class)
                .single();
    }

    private HttpResponse<String> upload(String name) {
        return Http.as("marketing1", port)
                .send("POST", "/api/v1/imports", file(name), Map.of("Content-Type", "text/csv"));
    }

    private void send(String name) {
        try (InputStream slow = new Slow(file(name).getBytes())) {
            queue.queue(slow, null, "marketing1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String file(String name) {
        return "email,firstName\n" + name + "@example.com," + name + "\n";
    }

    /** Somebody whose line is slow. */
    private final class Slow extends ByteArrayInputStream {

        Slow(byte[] file) {
            super(file);
        }

        @Override
        public byte[] readNBytes(int most) {
            arrived.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return super.readAllBytes();
        }
    }
}
