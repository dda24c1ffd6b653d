package org.parvis.platform.files;

import org.parvis.platform.time.Times;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** Stores bytes once, by their content, on the disk before the transaction that names them commits. */
@Repository
class Blobs {

    private static final Duration GRACE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final BlobFolder folder;
    private final Clock clock;

    Blobs(JdbcClient jdbc, BlobFolder folder, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.clock = clock;
    }

    /** Takes bytes in, without a transaction: how long that takes depends on how many they are. */
    Part receive(InputStream content) {
        try (content) {
            return folder.receive(content);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Transactional
    Blob store(byte[] content, String mediaType) {
        try (var part = receive(new ByteArrayInputStream(content))) {
            return store(part, mediaType);
        }
    }

    // The row first: its lock keeps a sweep from taking the file away in between.
    @Transactional
    Blob store(Part part, String mediaType) {
        var blob = part.blob();
        var now = clock.instant();
        jdbc.sql("""
                insert into blob (sha256, size, media_type, created_at)
                values (:sha256, :size, :mediaType, :now)
                on conflict (sha256) do update set created_at = excluded.created_at
                """)
                .param("sha256", blob.sha256())
                .param("size", part.size())
                .param("mediaType", mediaType)
                .param("now", Times.utc(now))
                .update();
        try {
            folder.place(part, now);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return blob;
    }

    /** What a blob holds; can be read in part. */
    Resource open(Blob blob) {
        return new FileSystemResource(folder.path(blob));
    }

    /** Removes what no file names, once it is a day old; returns how many blobs went. */
    @Transactional
    int sweep() {
        var before = clock.instant().minus(GRACE);
        var swept = jdbc.sql("""
                delete from blob
                 where created_at < :before
                   and not exists (select from file where file.blob = blob.sha256)
                returning sha256
                """)
                .param("before", Times.utc(before))
                .query((row, number) -> new Blob(row.getBytes("sha256")))
                .list();
        try {
            for (var blob : swept) {
                folder.delete(blob);
            }
            sweepStrays(before);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return swept.size();
    }

    // What a transaction wrote that never committed.
    private void sweepStrays(Instant before) throws IOException {
        for (var file : folder.untouchedSince(before)) {
            if (!isKnown(file)) Files.deleteIfExists(file);
        }
    }

    private boolean isKnown(Path file) {
        var name = file.getFileName().toString();
        return Blob.isName(name)
                && jdbc.sql("select exists (select from blob where sha256 = :sha256)")
                        .param("sha256", HexFormat.of().parseHex(name))
                        .query(Boolean.class)
                        .single();
    }
}
