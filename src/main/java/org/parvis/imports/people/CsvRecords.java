package org.parvis.imports.people;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The records of a CSV file. A quote that is never closed would swallow everything after it, so a record is put
 * together line by line, and where it makes no sense its first line alone is given up.
 */
final class CsvRecords {

    // A value of more lines than this is a forgotten quote.
    private static final int MOST_LINES = 200;

    private final Lines lines;
    private final int width;
    private final CsvReader.CsvReaderBuilder csv;

    CsvRecords(Lines lines, char separator, int width) {
        this.lines = lines;
        this.width = width;
        this.csv = CsvReader.builder()
                .fieldSeparator(separator)
                .trimWhitespacesAroundQuotes(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(false)
                .maxBufferSize(16 * Lines.LONGEST);
    }

    /**
     * One record.
     *
     * @param fields empty when something is wrong with it
     * @param problem a message key, null when the record is sound
     * @param text as it stands in the file
     */
    record Row(long line, List<String> fields, @Nullable String problem, String text) {}

    @Nullable
    Row next() throws IOException {
        var line = lines.next();
        while (line != null && line.text().isBlank() && !line.overlong()) {
            line = lines.next();
        }
        return line == null ? null : recordFrom(line);
    }

    private Row recordFrom(Lines.Line first) throws IOException {
        if (first.overlong()) {
            return new Row(first.number(), List.of(), "imports.line.overlong", first.text());
        }
        var further = new ArrayList<Lines.Line>();
        boolean open = leavesOpen(first.text(), false);
        long length = first.text().length();
        while (open && further.size() < MOST_LINES && length <= 2 * Lines.LONGEST) {
            var line = lines.next();
            if (line == null) {
                break;
            }
            further.add(line);
            length += line.text().length();
            open = leavesOpen(line.text(), true);
        }
        var row = open ? null : parsed(first, further);
        if (row != null && (row.problem() == null || further.isEmpty())) {
            return row;
        } else {
            lines.giveBack(further);
            return alone(first);
        }
    }

    // A single quote within a value (5" pipe) opens nothing, if the line makes sense without.
    private Row alone(Lines.Line first) {
        var row = parsed(first, List.of());
        return row != null && row.problem() == null
                ? row
                : new Row(first.number(), List.of(), "imports.line.bad-quotes", first.text());
    }

    private static boolean leavesOpen(String line, boolean open) {
        long quotes = line.chars().filter(c -> c == '"').count();
        return quotes % 2 == 1 ? !open : open;
    }

    private @Nullable Row parsed(Lines.Line first, List<Lines.Line> further) {
        try {
            var text = text(first, further);
            var fields = csv.ofSingleCsvRecord(text).getFields();
            var problem = width > 0 && isMisshapen(fields) ? "imports.line.columns" : null;
            return new Row(first.number(), fields, problem, text);
        } catch (CsvParseException e) {
            return null;
        }
    }

    private static String text(Lines.Line first, List<Lines.Line> further) {
        return further.isEmpty()
                ? first.text()
                : first.text()
                        + further.stream().map(line -> "\n" + line.text()).collect(Collectors.joining());
    }

    // Spreadsheets leave empty cells behind at the end of a line; those do no harm.
    private boolean isMisshapen(List<String> fields) {
        return fields.size() < width
                || fields.subList(width, fields.size()).stream().anyMatch(field -> !field.isBlank());
    }
}
