package io.leadbaton.lead.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.leadbaton.lead.csv.Imports.RejectedRow;
import java.io.StringWriter;
import java.util.List;

/** What was wrong with which line, as a file that a spreadsheet opens. */
final class RejectsFile {

    private RejectsFile() {}

    static String of(List<RejectedRow> rejects) {
        StringWriter file = new StringWriter();
        CsvWriter lines = CsvWriter.builder().bufferSize(0).build(file);
        lines.writeRecord("line", "field", "reason");
        rejects.forEach(row -> lines.writeRecord(String.valueOf(row.line()), harmless(row.field()), row.reason()));
        return file.toString();
    }

    /** A field of one's own mapping may begin as a formula does; a spreadsheet must not run it. */
    private static String harmless(String field) {
        return field.matches("[=+\\-@\\t\\r].*") ? "'" + field : field;
    }
}
