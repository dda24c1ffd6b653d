package org.parvis.platform.files;

import org.parvis.platform.disk.DiskFull;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.time.Times;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Stores bytes once, by their content, before the transaction that names them commits. */
@Repository
class Blobs {

    private static final Duration GRACE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BlobFolder folder;
    private final BlobStore store;
    private final Clock clock;

    Blobs(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            BlobFolder folder,
            BlobBucket bucket,
            ParvisSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.folder = folder;
        this.store = settings.bucket().isPresent() ? bucket : folder;
        this.clock = clock;
    }

    /** Takes bytes in, without a transaction: how long that takes depends on how many they are. */
    Part receive(InputStream content) {
        try (content) {
            var part = folder.receive(content);
            try {
                store.send(part);
                return part;
            } catch (IOException | RuntimeException refused) {
                part.close();
                throw refused;
            }
        } catch (IOException problem) {
            throw refused(problem);
        }
    }

    /** Has what was drawn where it will be before the transaction that keeps it begins. */
    void send(Print print) {
        if (store != folder)
            print.all().forEach(size -> receive(new ByteArrayInputStream(size)).close());
    }

    @Transactional
    Blob store(byte[] content, String mediaType) {
        try (var part = folder.receive(new ByteArrayInputStream(content))) {
            return store(part, mediaType);
        } catch (IOException problem) {
            throw refused(problem);
        }
    }

    // The row first: its lock keeps a sweep from taking the bytes away in between.
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
            store.place(part, now);
        } catch (IOException problem) {
            throw refused(problem);
        }
        return blob;
    }

    /** What a blob of this size holds; can be read in part. */
    Resource open(Blob blob, long size) {
        return store.open(blob, size);
    }

    /** Removes what no file names, once it is a day old; returns how many blobs went. */
    int sweep() {
        var before = clock.instant().minus(GRACE);
        var swept = 0;
        for (var page = sweepPage(before); page > 0; page = sweepPage(before)) swept += page;
        try {
            folder.sweepParts(before);
            store.visitUntouchedSince(before, this::sweepStrays);
        } catch (IOException problem) {
            throw refused(problem);
        }
        return swept;
    }

    private int sweepPage(Instant before) {
        var swept = transaction.execute(status -> {
            var blobs = jdbc.sql("""
                    delete from blob
                     where created_at < :before
                       and sha256 = any (array(select b.sha256 from blob b
                                                where b.created_at < :before
                                                  and not exists (select from file where file.blob = b.sha256)
                                                limit :page))
                    returning sha256
                    """)
                    .param("before", Times.utc(before))
                    .param("page", BlobStore.PAGE)
                    .query((row, number) -> new Blob(row.getBytes("sha256")))
                    .list();
            delete(blobs);
            return blobs.size();
        });
        return swept == null ? 0 : swept;
    }

    // What a transaction wrote that never committed. Whoever brings the same bytes meanwhile waits for the claimed row,
    // and finds that they are gone.
    private void sweepStrays(List<Blob> page) {
        transaction.executeWithoutResult(status -> {
            var strays = claim(page);
            delete(strays);
            release(strays);
        });
    }

    private List<Blob> claim(List<Blob> page) {
        return jdbc.sql("""
                insert into blob (sha256, size, media_type, created_at)
                select decode(name, 'hex'), 0, '', :now from unnest(:names) as name
                on conflict do nothing
                returning sha256
                """)
                .param("names", page.stream().map(Blob::name).toArray(String[]::new))
                .param("now", Times.utc(clock.instant()))
                .query((row, number) -> new Blob(row.getBytes("sha256")))
                .list();
    }

    private void release(List<Blob> claimed) {
        jdbc.sql("delete from blob where sha256 in (select decode(name, 'hex') from unnest(:names) as name)")
                .param("names", claimed.stream().map(Blob::name).toArray(String[]::new))
                .update();
    }

    private void delete(List<Blob> blobs) {
        try {
            store.delete(blobs);
        } catch (IOException problem) {
            throw refused(problem);
        }
    }

    private RuntimeException refused(IOException problem) {
        return DiskFull.isCauseOf(problem) || folder.isFull()
                ? new DiskFull(problem)
                : new UncheckedIOException(problem);
    }
}
