package org.parvis.imports.people;

import org.parvis.imports.UnreadableFile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * In which characters a file is written, found out by reading it once.
 *
 * @param mark length of the byte order mark
 */
record Encoding(Charset charset, int mark) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Encoding of(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            in.mark(4);
            var start = in.readNBytes(3);
            in.reset();
            return startsWith(start, 0xEF, 0xBB, 0xBF)
                    ? new Encoding(StandardCharsets.UTF_8, 3)
                    : startsWith(start, 0xFF, 0xFE)
                            ? new Encoding(StandardCharsets.UTF_16LE, 2)
                            : startsWith(start, 0xFE, 0xFF)
                                    ? new Encoding(StandardCharsets.UTF_16BE, 2)
                                    : withoutMark(in);
        }
    }

    Reader read(Path file) throws IOException {
        var in = Files.newInputStream(file);
        in.skipNBytes(mark);
        return new InputStreamReader(in, charset);
    }

    private static boolean startsWith(byte[] start, int... bytes) {
        boolean same = start.length >= bytes.length;
        for (int i = 0; same && i < bytes.length; i++) {
            same = (start[i] & 0xFF) == bytes[i];
        }
        return same;
    }

    // A file with one broken line among thousands of good accents is still UTF-8: the majority decides.
    private static Encoding withoutMark(InputStream in) throws IOException {
        var accents = new Accents();
        var buffer = new byte[1 << 16];
        boolean first = true;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                accents.take(buffer[i] & 0xFF);
            }
            if (first && isNoText(buffer, n)) {
                throw new UnreadableFile("imports.file.not-text");
            }
            first = false;
        }
        return new Encoding(accents.mostlyUtf8() ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    // Pictures, archives and spreadsheets show themselves at once: a text has a stray NUL at worst.
    private static boolean isNoText(byte[] start, int length) {
        int control = 0;
        for (int i = 0; i < length; i++) {
            int b = start[i] & 0xFF;
            control += b < 32 && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
        }
        return control > 2 + length / 100;
    }

    /** Counts characters of several bytes and bytes that cannot stand in UTF-8. */
    private static final class Accents {
        private int awaited;
        private long whole;
        private long broken;

        void take(int b) {
            boolean continues = (b & 0xC0) == 0x80;
            if (awaited > 0 && continues) {
                awaited--;
                whole += awaited == 0 ? 1 : 0;
            } else {
                broken += awaited > 0 || continues ? 1 : 0;
                awaited = lengthAfter(b);
                broken += b >= 0xF8 || b == 0xC0 || b == 0xC1 ? 1 : 0;
            }
        }

        boolean mostlyUtf8() {
            return broken == 0 || whole > 20 * broken;
        }

        private static int lengthAfter(int b) {
            return b >= 0xF8 || b < 0xC2 ? 0 : b >= 0xF0 ? 3 : b >= 0xE0 ? 2 : 1;
        }
    }
}
