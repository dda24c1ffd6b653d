package org.parvis.platform.web;

import com.github.luben.zstd.ZstdCompressCtx;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPOutputStream;

/**
 * How pages are compressed (RFC 9110, section 8.4): by Zstandard (RFC 8878) for whoever reads it, which costs a tenth of gzip
 * and comes out smaller; levels and figures in docs/performance.md.
 */
enum ContentCoding {
    ZSTD("zstd") {
        @Override
        byte[] encode(byte[] bytes) {
            var compressor = COMPRESSORS.poll();
            if (compressor == null) {
                compressor = new ZstdCompressCtx().setLevel(ZSTD_LEVEL);
            }
            try {
                return compressor.compress(bytes);
            } finally {
                COMPRESSORS.add(compressor);
            }
        }
    },
    GZIP("gzip") {
        @Override
        byte[] encode(byte[] bytes) {
            var out = new ByteArrayOutputStream(bytes.length / 4 + 32);
            try (var gzip = new LevelledGzip(out)) {
                gzip.write(bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return out.toByteArray();
        }
    };

    /** What is shorter goes as it is. */
    static final int SHORTEST = 1024;

    private static final int ZSTD_LEVEL = 1;
    private static final int GZIP_LEVEL = 2;

    // A compressor keeps a megabyte beside the heap. Compressing does not let go of its thread, so that there are never
    // more than there are processors.
    private static final Queue<ZstdCompressCtx> COMPRESSORS = new ConcurrentLinkedQueue<>();
    private static final boolean NATIVE = isThere();

    private final String token;

    ContentCoding(String token) {
        this.token = token;
    }

    abstract byte[] encode(byte[] bytes);

    /** As headers name it. */
    String token() {
        return token;
    }

    /** The best that whoever asks accepts; null when that is none. */
    static @Nullable ContentCoding of(HttpServletRequest request) {
        return of(String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING))));
    }

    static @Nullable ContentCoding of(String accepted) {
        return Arrays.stream(values())
                .filter(coding -> coding != ZSTD || NATIVE)
                .filter(coding -> coding.isIn(accepted))
                .findFirst()
                .orElse(null);
    }

    // “gzip;q=0” refuses it.
    private boolean isIn(String accepted) {
        for (var wish : accepted.toLowerCase(Locale.ROOT).split(",")) {
            var parts = wish.split(";");
            if (parts[0].strip().equals(token)) {
                return Arrays.stream(parts)
                        .skip(1)
                        .noneMatch(weight -> weight.strip().matches("q=0(\\.0*)?"));
            }
        }
        return false;
    }

    private static final class LevelledGzip extends GZIPOutputStream {

        LevelledGzip(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(GZIP_LEVEL);
        }
    }

    // There is no library for every machine that Java runs on.
    private static boolean isThere() {
        try {
            COMPRESSORS.add(new ZstdCompressCtx().setLevel(ZSTD_LEVEL));
            return true;
        } catch (LinkageError unknownMachine) {
            return false;
        }
    }
}
