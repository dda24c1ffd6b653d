package org.parvis.imports;

import static org.parvis.platform.time.Times.utc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The files that wait for an administrator's word, each with the import that looked at it last. */
@Repository
@Transactional
class Uploads {

    private static final Duration PATIENCE = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final UploadFolder folder;

    Uploads(JdbcClient jdbc, Clock clock, UploadFolder folder) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.folder = folder;
    }

    /** Keeps a new file, and forgets those that nobody came back for. */
    UUID keep(MultipartFile file) {
        jdbc.sql("delete from import_upload where uploaded_at < :old returning stored")
                .param("old", utc(clock.instant().minus(PATIENCE)))
                .query((row, number) -> row.getObject("stored", UUID.class))
                .list()
                .forEach(folder::discard);
        return folder.keep(file);
    }

    void await(UUID stored, ImportRunId run) {
        jdbc.sql("""
                insert into import_upload (run_id, stored, uploaded_at) values (:run, :stored, :now)
                on conflict do nothing
                """)
                .param("run", run.value())
                .param("stored", stored)
                .param("now", utc(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    boolean waits(ImportRunId run) {
        return jdbc.sql("select exists (select from import_upload where run_id = :run)")
                .param("run", run.value())
                .query(Boolean.class)
                .single();
    }

    /** Of two who want to go on with a file, one gets it. */
    Optional<UUID> take(ImportRunId run) {
        return jdbc.sql("delete from import_upload where run_id = :run returning stored")
                .param("run", run.value())
                .query((row, number) -> row.getObject("stored", UUID.class))
                .optional();
    }

    /** Forgets the file of an import that has nothing to wait for. */
    void settle(ImportRun run, UUID stored) {
        if (run.state() != ImportState.RUNNING && !run.waits()) {
            var _ = take(run.id());
            folder.discard(stored);
        }
    }

    void abandon(ImportRunId run) {
        take(run).ifPresent(folder::discard);
    }
}
