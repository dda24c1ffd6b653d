package org.parvis.platform.outgoing;

import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The body of an answer up to a limit, which holds for what comes over the wire and for what becomes of it alike. */
record Body(byte[] bytes, boolean cut) {

    private static final int PIECE = 8 * 1024;

    static Body of(@Nullable HttpEntity entity, int limit) throws IOException {
        if (entity == null) return new Body(new byte[0], false);
        var kept = new ByteArrayOutputStream();
        try {
            var content = unpacked(new Wire(entity.getContent(), limit), entity.getContentEncoding());
            var piece = new byte[PIECE];
            for (var read = content.read(piece); read >= 0; read = content.read(piece)) {
                var room = limit - kept.size();
                kept.write(piece, 0, Math.min(read, room));
                if (read > room) throw new Over();
            }
            return new Body(kept.toByteArray(), false);
        } catch (Over over) {
            return new Body(kept.toByteArray(), true);
        }
    }

    // Only what was asked for: a chain of packings is a trap.
    private static InputStream unpacked(InputStream content, @Nullable String encoding) throws IOException {
        return switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> content;
            case "gzip", "x-gzip" -> new GZIPInputStream(content, PIECE);
            default -> throw new IOException("packed otherwise");
        };
    }

    private static final class Over extends IOException {}

    private static final class Wire extends FilterInputStream {

        private long left;

        Wire(InputStream content, int limit) {
            super(content);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var read = super.read(bytes, from, length);
            return counted(read, read);
        }

        private int counted(int answer, int read) throws IOException {
            if (answer >= 0) left -= read;
            // The last piece still fits what keeps it.
            if (left < -PIECE) throw new Over();
            return answer;
        }
    }
}
