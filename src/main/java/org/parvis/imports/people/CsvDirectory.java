package org.parvis.imports.people;

import org.parvis.imports.Remark;
import org.parvis.imports.UnreadableFile;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A directory as a table, whatever separates its columns. */
final class CsvDirectory {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int MOST_COLUMNS = 300;
    private static final int MOST_ATTRIBUTES = 50;
    // What its export writes above the headings.
    private static final String POWERSHELL = "#TYPE ";
    // What must not lie in a profile, even where an export carries it along.
    private static final Pattern SECRET = Pattern.compile(".*(password|passwd|pwd|motdepasse|secret|token).*");

    private final Lines lines;
    private final Dates dates;
    private final DirectorySink sink;

    CsvDirectory(Lines lines, Dates dates, DirectorySink sink) {
        this.lines = lines;
        this.dates = dates;
        this.sink = sink;
    }

    void read() throws IOException {
        var first = firstLine();
        char separator = first.text().startsWith("sep=") && first.text().length() == 5
                ? first.text().charAt(4)
                : likelySeparator(first);
        if (!first.text().startsWith("sep=")) {
            lines.giveBack(List.of(first));
        }
        var header = header(separator);
        readRows(header, new CsvRecords(lines, separator, header.width()));
    }

    private Lines.Line firstLine() throws IOException {
        var line = lines.next();
        while (line != null && (line.text().isBlank() || line.text().startsWith(POWERSHELL))) {
            line = lines.next();
        }
        if (line == null) {
            throw new UnreadableFile("imports.file.empty");
        }
        return line;
    }

    // The separator under which most headers mean something to us; among equals the one that occurs most.
    private static char likelySeparator(Lines.Line first) {
        return SEPARATORS.stream()
                .max(Comparator.<Character>comparingInt(separator -> knownHeaders(first, separator))
                        .thenComparing(separator ->
                                first.text().chars().filter(c -> c == separator).count())
                        .thenComparing(separator -> -SEPARATORS.indexOf(separator)))
                .orElseThrow();
    }

    private static int knownHeaders(Lines.Line first, char separator) {
        return (int) Stream.of(first.text().split(Pattern.quote(String.valueOf(separator)), MOST_COLUMNS))
                .filter(name -> Column.known(name) != null)
                .count();
    }

    // A file of units, invoices or votes has rows too. Skipping them one by one would end in a report of thousands
    // of lines saying the same, and in “nobody of this source is left”: the file is refused as a whole instead.
    private Header header(char separator) throws IOException {
        var row = new CsvRecords(lines, separator, 0).next();
        if (row == null || row.problem() != null || row.fields().size() > MOST_COLUMNS) {
            throw new UnreadableFile("imports.file.bad-header");
        }
        var header = new Header(row.fields());
        if (!header.namesPeople()) {
            throw new UnreadableFile("imports.file.no-people", excerpt(row.fields()));
        } else if (!header.tellsPeopleApart()) {
            throw new UnreadableFile("imports.file.no-key", excerpt(row.fields()));
        }
        return header;
    }

    private static String excerpt(List<String> headers) {
        return Values.excerpt(Values.withoutControls(String.join(", ", headers)));
    }

    private void readRows(Header header, CsvRecords records) throws IOException {
        var attributes = attributes(header);
        var first = records.next();
        if (first != null && first.problem() == null && header.isRepeatedBy(first.fields())) {
            sink.remark(Remark.at(first.line(), "imports.line.second-header"));
            first = records.next();
        }
        for (var row = first; row != null; row = records.next()) {
            if (row.problem() == null) {
                sink.entry(entry(header, attributes, row));
            } else {
                sink.lost(Remark.at(row.line(), row.problem()), row.text());
            }
        }
    }

    private List<Integer> attributes(Header header) {
        var places = header.others().stream()
                .filter(place -> isNoSecret(header.name(place)))
                .toList();
        places.stream()
                .skip(MOST_ATTRIBUTES)
                .forEach(place ->
                        sink.remark(Remark.at(1, "imports.file.too-many-columns", Values.excerpt(header.name(place)))));
        return places.stream().limit(MOST_ATTRIBUTES).toList();
    }

    private boolean isNoSecret(String header) {
        boolean secret = SECRET.matcher(Words.letters(header)).matches();
        if (secret) {
            sink.remark(Remark.at(1, "imports.file.secret-column", Values.excerpt(header)));
        }
        return !secret;
    }

    private DirectoryEntry entry(Header header, List<Integer> attributes, CsvRecords.Row row) {
        remarkOnDamage(row);
        var draft = new Draft(row.line(), dates, sink::remark);
        for (var column : Column.values()) {
            draft.put(column, header.label(column), header.value(column, row.fields()));
        }
        for (int place : attributes) {
            draft.attribute(Values.cut(header.name(place), 100), row.fields().get(place));
        }
        return draft.entry(false);
    }

    private void remarkOnDamage(CsvRecords.Row row) {
        if (row.fields().stream().anyMatch(field -> field.indexOf('\0') >= 0)) {
            sink.remark(Remark.at(row.line(), "imports.line.nul"));
        }
        if (row.fields().stream().anyMatch(field -> field.indexOf('\uFFFD') >= 0)) {
            sink.remark(Remark.at(row.line(), "imports.line.encoding"));
        }
    }
}
