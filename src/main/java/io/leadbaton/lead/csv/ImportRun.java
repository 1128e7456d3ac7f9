package io.leadbaton.lead.csv;

import io.leadbaton.Faults;
import io.leadbaton.FieldFault;
import io.leadbaton.InputRefused;
import io.leadbaton.Refused;
import io.leadbaton.StoredJson;
import io.leadbaton.lead.Intake;
import io.leadbaton.lead.NewLead;
import io.leadbaton.lead.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the rows of one import in, chunk by chunk, from where it stopped. */
@Component
class ImportRun {

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);
    private static final int CHUNK = 50;

    private final Imports imports;
    private final ImportMappings mappings;
    private final Intake intake;
    private final StoredJson json;
    private final TransactionTemplate transaction;

    ImportRun(
            Imports imports,
            ImportMappings mappings,
            Intake intake,
            StoredJson json,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.mappings = mappings;
        this.intake = intake;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Ends with the file, or earlier when it may not go on; then the import is free for the next one. */
    void run(LeasedImport leased, BooleanSupplier mayGoOn) {
        ImportMapping mapping = mappings.named(leased.mapping())
                .orElseThrow(() -> new IllegalStateException("There is no mapping " + leased.mapping() + " any more"));
        CsvRows rows =
                CsvRows.of(new CsvText(new String(leased.content(), StandardCharsets.UTF_8), leased.separator()));
        while (rows.hasNext() && mayGoOn.getAsBoolean()) {
            List<CsvRows.Row> chunk = nextChunk(rows, leased.rowsDone());
            if (!chunk.isEmpty()) {
                bringIn(
                        leased,
                        chunk.stream()
                                .map(row -> read(mapping, rows.header(), row))
                                .toList());
            }
        }
        if (rows.hasNext()) {
            imports.release(leased);
        } else {
            imports.finish(leased);
        }
    }

    private static List<CsvRows.Row> nextChunk(CsvRows rows, int done) {
        List<CsvRows.Row> chunk = new ArrayList<>(CHUNK);
        while (chunk.size() < CHUNK && rows.hasNext()) {
            CsvRows.Row row = rows.next();
            if (row.number() > done) {
                chunk.add(row);
            }
        }
        return chunk;
    }

    private ReadRow read(ImportMapping mapping, List<String> header, CsvRows.Row row) {
        Faults faults = new Faults();
        NewLead lead = RowReader.read(mapping, header, row, faults);
        faults.addAll(intake.faults(lead));
        return new ReadRow(row, lead, faults.list());
    }

    private void bringIn(LeasedImport leased, List<ReadRow> chunk) {
        try {
            transaction.executeWithoutResult(status -> bringInTogether(leased, chunk));
        } catch (Imports.LeaseLost e) {
            throw e;
        } catch (RuntimeException e) {
            log.info(
                    "Rows {} to {} of an import go in one by one: {}",
                    chunk.get(0).row().number(),
                    chunk.get(chunk.size() - 1).row().number(),
                    e.getClass().getSimpleName());
            chunk.forEach(row -> advance(leased, List.of(broughtIn(leased, row))));
        }
    }

    private void bringInTogether(LeasedImport leased, List<ReadRow> chunk) {
        Map<String, NewLead> leads = new LinkedHashMap<>();
        chunk.stream().filter(ReadRow::isUsable).forEach(row -> leads.put(leased.key(row.row()), row.lead()));
        Iterator<Receipt> receipts =
                intake.receiveTogether(leads, leased.door()).iterator();
        advance(
                leased,
                chunk.stream()
                        .map(row -> row.isUsable() ? row.stored(receipts.next()) : row.rejected(row.faults()))
                        .toList());
    }

    private DoneRow broughtIn(LeasedImport leased, ReadRow row) {
        if (!row.isUsable()) {
            return row.rejected(row.faults());
        }
        try {
            return row.stored(intake.receive(row.lead(), leased.door(), leased.key(row.row()), null));
        } catch (InputRefused e) {
            return row.rejected(e.faults());
        } catch (Refused | DataIntegrityViolationException e) {
            return row.rejected(List.of(new FieldFault("", "not-storable", "This row cannot be stored.")));
        }
    }

    private void advance(LeasedImport leased, List<DoneRow> done) {
        imports.advance(leased, json.write(done), done.size());
    }

    /** A row as it was understood. */
    private record ReadRow(CsvRows.Row row, NewLead lead, List<FieldFault> faults) {

        boolean isUsable() {
            return faults.isEmpty();
        }

        DoneRow stored(Receipt receipt) {
            return new DoneRow(row.number(), row.line(), receipt.leadId().value(), null);
        }

        DoneRow rejected(List<FieldFault> why) {
            return new DoneRow(row.number(), row.line(), null, why);
        }
    }

    /** What became of a row. */
    private record DoneRow(
            int row,
            long line,
            @Nullable String lead,
            @Nullable List<FieldFault> faults) {}
}
