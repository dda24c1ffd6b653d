package org.parvis.platform.files;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Reads documents once they are kept, in the background: their pages are counted, and their text kept for the search. */
@Component
class Documents {

    /** The heaviest document that is read, in bytes. */
    static final long HEAVIEST = 50L * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Documents.class);
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("reading-a-document");
    private static final Workers.Work READING =
            new Workers.Work(DocumentWorker.class, List.of(), Duration.ofMinutes(1), 4 * DocumentWorker.TEXT);

    private final Semaphore desk = new Semaphore(1);
    private final Workers workers;
    private final Blobs blobs;
    private final JdbcClient jdbc;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    Documents(Workers workers, Blobs blobs, JdbcClient jdbc, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.workers = workers;
        this.blobs = blobs;
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Has it read once the caller's transaction is over, when it is a document and no heavier than what is read. */
    @Transactional(propagation = Propagation.MANDATORY)
    void readSoon(Blob blob, String mediaType, long size) {
        if (size <= HEAVIEST && FileKind.of(mediaType).isDocument() && !isRead(blob)) {
            scheduler.getObject().scheduleIfNotExists(TASK.instance(blob.name()).build(), clock.instant());
        }
    }

    /** One that cannot be read counts as read: it would not be tried with more success. */
    void read(Blob blob) {
        if (isRead(blob)) return;
        try {
            desk.acquire();
            try {
                keep(blob, workers.answer(READING, blobs.open(blob)));
            } finally {
                desk.release();
            }
        } catch (IOException unreadable) {
            log.info("A document could not be read: {}", unreadable.toString());
            keep(blob, "", 0, "");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped in the middle of a document", stopping);
        }
    }

    private boolean isRead(Blob blob) {
        return jdbc.sql("select exists (select from document where blob = :blob)")
                .param("blob", blob.sha256())
                .query(Boolean.class)
                .single();
    }

    private void keep(Blob blob, byte[] answer) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(answer));
        keep(blob, in.readUTF(), in.readInt(), readable(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }

    // What it is can be told better by who has read it than by its first bytes.
    private void keep(Blob blob, String mediaType, int pages, String text) {
        jdbc.sql("""
                with named as (
                    update blob set media_type = :mediaType
                     where sha256 = :blob and :mediaType <> '' and media_type <> :mediaType
                )
                insert into document (blob, pages, text)
                select sha256, nullif(:pages, 0), :text from blob where sha256 = :blob
                on conflict do nothing
                """)
                .param("blob", blob.sha256())
                .param("mediaType", mediaType)
                .param("pages", pages)
                .param("text", text)
                .update();
    }

    // A limit in characters of Java keeps the one in characters of the database as well.
    private static String readable(String text) {
        var words = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return words.substring(0, Math.min(words.length(), DocumentWorker.TEXT));
    }

    @Configuration
    static class Jobs {

        @Bean
        OneTimeTask<Void> readingADocument(Documents documents) {
            return Tasks.oneTime(TASK)
                    .execute((instance, context) ->
                            documents.read(new Blob(HexFormat.of().parseHex(instance.getId()))));
        }
    }
}
