package io.leadbaton.lead.csv;

import io.leadbaton.Faults;
import io.leadbaton.InputRefused;
import io.leadbaton.web.RequestRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a file of leads in, if it can be read and every column is understood; its rows come later. */
@Component
class ImportQueue {

    private static final int LARGEST = 50 * 1024 * 1024;
    private static final int MOST_ROWS = 200_000;

    /** Until it is stored, a file takes several times its size in memory. */
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);

    private final ImportMappings mappings;
    private final Imports imports;
    private final ImportWorker worker;

    ImportQueue(ImportMappings mappings, Imports imports, ImportWorker worker) {
        this.mappings = mappings;
        this.imports = imports;
        this.worker = worker;
    }

    /**
     * @param source names the mapping; null: the header decides
     */
    Queued queue(InputStream stream, @Nullable String source, String sentBy) throws IOException {
        if (!places.tryAcquire()) {
            throw RequestRefused.tryLater("Other files are just coming in; try again in a few seconds.");
        }
        try {
            return read(stream, source, sentBy);
        } finally {
            places.release();
        }
    }

    private Queued read(InputStream stream, @Nullable String source, String sentBy) throws IOException {
        byte[] file = stream.readNBytes(LARGEST + 1);
        if (file.length > LARGEST) {
            throw RequestRefused.tooLarge("A file has at most 50 MiB; send it in parts.");
        }
        CsvText text = CsvText.of(file);
        CsvRows rows = CsvRows.of(text);
        ImportMapping mapping = mappings.choose(source, rows.header());
        Faults faults = new Faults();
        mapping.checkHeader(rows.header(), faults);
        faults.refuseIfAny();
        byte[] content = text.text().getBytes(StandardCharsets.UTF_8);
        String hash = sha256(file);
        Optional<String> id = imports.queue(mapping, hash, sentBy, text, content, count(rows));
        worker.wake();
        return new Queued(id.map(imports::get).orElseGet(() -> imports.sameFile(mapping, hash)), id.isEmpty());
    }

    private static int count(CsvRows rows) {
        int count = 0;
        while (rows.hasNext()) {
            rows.next();
            count++;
        }
        if (count == 0) {
            throw new InputRefused("", "no-rows", "The file has a header and no rows.");
        }
        if (count > MOST_ROWS) {
            throw RequestRefused.tooLarge("A file has at most " + MOST_ROWS + " rows; send it in parts.");
        }
        return count;
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * A file that is on its way.
     *
     * @param known it was sent before
     */
    record Queued(Import file, boolean known) {}
}
