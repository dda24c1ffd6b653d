package org.parvis.platform.files;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Reads documents once they are kept, in the background: their pages are counted, and their text kept for the search. */
@Component
class Documents {

    /** The heaviest document that is read, in bytes. */
    static final long HEAVIEST = 50L * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Documents.class);
    private static final int MEDIA_TYPE = 255;
    /** The longest answer is some 3 MB; those on top begin the next worker. */
    private static final Workers.Work READING =
            new Workers.Work(DocumentWorker.class, List.of(), Duration.ofMinutes(1), 8 * DocumentWorker.TEXT);
    /** How many a worker reads, at most: to start one takes longer than to read most documents. */
    private static final int AT_ONCE = 50;

    private final Workers workers;
    private final Blobs blobs;
    private final JdbcClient jdbc;

    Documents(Workers workers, Blobs blobs, JdbcClient jdbc) {
        this.workers = workers;
        this.blobs = blobs;
        this.jdbc = jdbc;
    }

    /** Has it read once the caller's transaction is over, when it is a document and no heavier than what is read. */
    @Transactional(propagation = Propagation.MANDATORY)
    void readSoon(Blob blob, String mediaType, long size) {
        if (size <= HEAVIEST && FileKind.of(mediaType).isDocument()) {
            jdbc.sql("insert into document (blob) values (:blob) on conflict do nothing")
                    .param("blob", blob.sha256())
                    .update();
        }
    }

    /** All that wait for it, some at a time: however many somebody brings, nothing else waits for them. */
    void read() {
        var waiting = unread();
        while (!waiting.isEmpty()) {
            var count = read(waiting);
            waiting = count < waiting.size() ? waiting.subList(count, waiting.size()) : unread();
        }
    }

    /**
     * Returns how many of the first of them are read now, one at least. What ends a worker is read once more by one that reads
     * nothing else; if that ends as well, it counts as read: it would not be tried with more success.
     */
    private int read(List<Unread> waiting) {
        var count = 0;
        try {
            var answers =
                    new DataInputStream(new ByteArrayInputStream(workers.answer(READING, out -> write(waiting, out))));
            while (count < waiting.size()) {
                keep(waiting.get(count).blob(), WorkerAnswer.part(answers));
                count++;
            }
        } catch (IOException ended) {
            if (count == 0 && waiting.size() > 1) {
                return read(waiting.subList(0, 1));
            } else if (count == 0) {
                keep(waiting.getFirst().blob(), "", 0, "");
                return 1;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped in the middle of a document", stopping);
        }
        return count;
    }

    private void write(List<Unread> waiting, OutputStream out) throws IOException {
        for (var unread : waiting) {
            new DataOutputStream(out).writeLong(unread.size());
            try (var document = blobs.open(unread.blob(), unread.size()).getInputStream()) {
                if (document.transferTo(out) != unread.size()) throw new IOException("it is not as long as it was");
            }
        }
    }

    private List<Unread> unread() {
        return jdbc.sql("""
                select b.sha256, b.size from document d join blob b on b.sha256 = d.blob where d.text is null limit :most
                """)
                .param("most", AT_ONCE)
                .query((row, number) -> new Unread(new Blob(row.getBytes("sha256")), row.getLong("size")))
                .list();
    }

    private void keep(Blob blob, byte[] answer) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(answer));
        var mediaType = in.readUTF();
        var pages = in.readInt();
        var text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        if (mediaType.length() > MEDIA_TYPE || pages < 0 || text.length() > DocumentWorker.TEXT) {
            throw new IOException("it was answered out of bounds");
        }
        keep(blob, mediaType, pages, text);
    }

    // What it is can be told better by who has read it than by its first bytes.
    private void keep(Blob blob, String mediaType, int pages, String text) {
        if (mediaType.isEmpty()) log.info("A document could not be read: {}", blob.name());
        jdbc.sql("""
                with named as (
                    update blob set media_type = :mediaType
                     where sha256 = :blob and :mediaType <> '' and media_type <> :mediaType
                )
                update document set pages = nullif(:pages, 0), text = :text where blob = :blob
                """)
                .param("blob", blob.sha256())
                .param("mediaType", mediaType)
                .param("pages", pages)
                .param("text", text)
                .update();
    }

    private record Unread(Blob blob, long size) {}

    @Configuration
    static class Jobs {

        // Seldom enough for several to have come: nobody waits for it.
        @Bean
        RecurringTask<Void> readingOfDocuments(Documents documents) {
            return Tasks.recurring("reading-of-documents", FixedDelay.ofSeconds(10))
                    .execute((instance, context) -> documents.read());
        }
    }
}
