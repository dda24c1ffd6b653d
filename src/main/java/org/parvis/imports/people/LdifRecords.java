package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of an LDIF file (RFC 2849): lines up to a blank one, folded lines joined, comments left out. Records are
 * separated here and not by the library so that a broken one costs itself alone.
 */
final class LdifRecords {

    // A photo may stand on one unfolded line.
    static final int LONGEST = 8 << 20;

    private final Lines lines;

    LdifRecords(Lines lines) {
        this.lines = lines;
    }

    /**
     * One record.
     *
     * @param problem a message key, null when it is sound
     */
    record Written(long line, List<String> lines, @Nullable String problem) {}

    @Nullable
    Written next() throws IOException {
        var line = firstOfRecord();
        return line == null ? null : recordFrom(line);
    }

    private Lines.@Nullable Line firstOfRecord() throws IOException {
        var line = lines.next();
        while (line != null && (line.text().isBlank() || line.text().startsWith("#"))) {
            line = lines.next();
        }
        return line;
    }

    private Written recordFrom(Lines.Line first) throws IOException {
        var unfolded = new ArrayList<StringBuilder>();
        long length = 0;
        boolean overlong = false;
        Lines.Line line = first;
        while (line != null && !line.text().isEmpty()) {
            length += line.text().length();
            overlong |= line.overlong() || length > LONGEST;
            if (!overlong) {
                unfold(line.text(), unfolded);
            }
            line = lines.next();
        }
        var whole = unfolded.stream()
                .map(StringBuilder::toString)
                .filter(text -> !text.startsWith("#"))
                .toList();
        return new Written(first.number(), whole, overlong ? "imports.line.overlong" : problem(whole));
    }

    private static void unfold(String text, List<StringBuilder> unfolded) {
        if (text.startsWith(" ") && !unfolded.isEmpty()) {
            unfolded.getLast().append(text, 1, text.length());
        } else {
            unfolded.add(new StringBuilder(text));
        }
    }

    // “jpegPhoto:< file:///etc/shadow” asks the reader to fetch what it names. Nothing is ever fetched.
    private static @Nullable String problem(List<String> lines) {
        return lines.stream().anyMatch(line -> line.startsWith(":<", line.indexOf(':')))
                ? "imports.line.outside-value"
                : null;
    }
}
