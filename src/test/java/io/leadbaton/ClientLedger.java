package io.leadbaton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client sent and what it was answered, on disk before it goes on: whatever falls over, this is what was promised to it. */
public final class ClientLedger implements AutoCloseable {

    /** What a client knows about a request: an answer that never came says nothing. */
    public enum Outcome {
        ACKNOWLEDGED,
        REFUSED,
        UNKNOWN
    }

    /**
     * One answer, or that there was none.
     *
     * @param lead the id in an acknowledgement, null in everything else
     */
    public record Line(
            String key,
            Instant at,
            Outcome outcome,
            @Nullable String lead) {}

    private final List<Line> lines = new ArrayList<>();
    private final FileChannel file;
    private final String door;

    private ClientLedger(String door, FileChannel file) {
        this.door = door;
        this.file = file;
    }

    /** @param door under whose name the service files what this client sends */
    public static ClientLedger of(String door, Path path) {
        try {
            return new ClientLedger(door, FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void acknowledged(String key, String lead) {
        write(new Line(key, Instant.now(), Outcome.ACKNOWLEDGED, lead));
    }

    public void refused(String key) {
        write(new Line(key, Instant.now(), Outcome.REFUSED, null));
    }

    public void unknown(String key) {
        write(new Line(key, Instant.now(), Outcome.UNKNOWN, null));
    }

    private synchronized void write(Line line) {
        String text = "%s %s %s %s\n".formatted(line.key(), line.at(), line.outcome(), line.lead());
        try {
            file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.add(line);
    }

    public synchronized List<Line> lines() {
        return List.copyOf(lines);
    }

    public long acknowledgedKeys() {
        return lines().stream()
                .filter(line -> line.outcome() == Outcome.ACKNOWLEDGED)
                .map(Line::key)
                .distinct()
                .count();
    }

    public String door() {
        return door;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
