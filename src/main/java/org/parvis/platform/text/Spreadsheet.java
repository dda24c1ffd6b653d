package org.parvis.platform.text;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a table as CSV (RFC 4180) that spreadsheets open as it is meant: in UTF-8, with the separator their language
 * expects, and without taking what people typed for a formula.
 */
public final class Spreadsheet implements AutoCloseable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Writer writer;
    private final String separator;

    public Spreadsheet(OutputStream stream, Locale locale) {
        writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        separator = locale.getLanguage().equals("en") ? "," : ";";
        write(BYTE_ORDER_MARK);
    }

    public void line(@Nullable String... cells) {
        write(Stream.of(cells).map(Spreadsheet::cell).collect(Collectors.joining(separator)) + "\r\n");
    }

    @Override
    public void close() {
        try {
            writer.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void write(String text) {
        try {
            writer.write(text);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : '"' + defused(text).replace("\"", "\"\"") + '"';
    }

    // A spreadsheet would run what begins like a formula; an apostrophe before it makes it text.
    private static String defused(String text) {
        return !text.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
