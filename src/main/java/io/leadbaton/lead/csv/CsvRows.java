package io.leadbaton.lead.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.leadbaton.InputRefused;
import java.util.Iterator;
import java.util.List;

/** The header of a file and, one after the other, its rows with the lines they begin at. */
final class CsvRows implements Iterator<CsvRows.Row> {

    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private long line;
    private int number;

    private CsvRows(CloseableIterator<CsvRecord> records) {
        this.records = records;
        this.header = hasNext() ? next().cells() : List.of();
        this.number = 0;
    }

    static CsvRows of(CsvText text) {
        return new CsvRows(CsvReader.builder()
                .fieldSeparator(text.separator())
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text.text())
                .iterator());
    }

    List<String> header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            throw new InputRefused(
                    "", "unreadable", "Behind line %d a quote is opened and never closed.".formatted(line));
        }
    }

    @Override
    public Row next() {
        CsvRecord found = records.next();
        line = found.getStartingLineNumber();
        number++;
        return new Row(number, line, found.getFields());
    }

    /**
     * Cells of one lead.
     *
     * @param number from 1, without the header
     * @param line where it begins in the file, from 1
     */
    record Row(int number, long line, List<String> cells) {}
}
