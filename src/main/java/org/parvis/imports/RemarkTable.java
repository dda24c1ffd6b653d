package org.parvis.imports;

import org.parvis.platform.i18n.Messages;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Remarks as a CSV file in the reader's language, for a spreadsheet. */
@Component
public class RemarkTable {

    private static final int AT_ONCE = 1000;

    private final ImportRuns runs;
    private final Messages messages;

    RemarkTable(ImportRuns runs, Messages messages) {
        this.runs = runs;
        this.messages = messages;
    }

    /** Writes all remarks of a run, a thousand in memory at once. */
    public void write(ImportRunId run, Locale reader, Appendable out) {
        try {
            out.append('\uFEFF');
            // What a spreadsheet of the reader's takes for the end of a cell.
            var separator = reader.getLanguage().equals("en") ? ',' : ';';
            line(
                    out,
                    separator,
                    messages.text(reader, "imports.remark.line"),
                    messages.text(reader, "imports.remark.text"));
            var after = 0L;
            while (after >= 0) {
                var slice = runs.remarks(run, after, AT_ONCE);
                for (var remark : slice.items()) {
                    line(out, separator, remark.line() == 0 ? "" : String.valueOf(remark.line()), text(reader, remark));
                }
                after = slice.next() == null ? -1 : slice.next().id();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The remark as a sentence. */
    public String text(Locale reader, Remark remark) {
        return messages.text(reader, remark.code(), remark.arguments().toArray());
    }

    private static void line(Appendable out, char separator, String number, String text) throws IOException {
        out.append(cell(number)).append(separator).append(cell(text)).append("\r\n");
    }

    /** A cell a spreadsheet takes for text: what would begin a formula is led by an apostrophe. */
    static String cell(String text) {
        var safe = text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
