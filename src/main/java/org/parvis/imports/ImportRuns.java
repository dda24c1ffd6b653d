package org.parvis.imports;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.instantOrNull;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.platform.disk.DiskFull;
import org.parvis.platform.disk.DiskGuard;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The imports there were, with their reports. Whoever asks is an administrator. */
@Repository
@Transactional
public class ImportRuns {

    private static final Duration DEAD_AFTER = Duration.ofSeconds(15);
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Heartbeats heartbeats;
    private final DiskGuard disk;
    private final JsonMapper json;
    private final Clock clock;

    ImportRuns(JdbcClient jdbc, Heartbeats heartbeats, DiskGuard disk, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.heartbeats = heartbeats;
        this.disk = disk;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ImportRun find(ImportRunId id) {
        return jdbc.sql("select * from import_run where id = :id")
                .param("id", id.value())
                .query(this::run)
                .optional()
                .orElseThrow(() -> new NotFound("import " + id));
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Slice<ImportRun> list(Cursor after, int limit) {
        var rows = jdbc.sql("""
                select * from import_run
                 where (started_at, id) < (:at, :id)
                 order by started_at desc, id desc
                 limit :limit
                """)
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query(this::run)
                .list();
        return Slice.of(rows, limit, run -> Cursor.at(run.startedAt(), run.id().value()));
    }

    /** Remarks in the order of their lines, after the given number (0 at the beginning); {@code next} holds a number. */
    @Transactional(readOnly = true)
    public Slice<Remark> remarks(ImportRunId id, long after, int limit) {
        record Numbered(int number, Remark remark) {}
        var rows = jdbc.sql("""
                select number, line, code, arguments from import_remark
                 where run_id = :id and number > :after
                 order by number
                 limit :limit
                """)
                .param("id", id.value())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, nth) -> new Numbered(
                        row.getInt("number"),
                        new Remark(row.getLong("line"), row.getString("code"), texts(row.getString("arguments")))))
                .list();
        return Slice.of(rows, limit, row -> new Cursor("", row.number)).map(Numbered::remark);
    }

    /**
     * @throws Conflict while another import of this kind runs
     * @throws DiskFull when there is no room for what an import writes
     */
    ImportRunId begin(String kind, String source, String fileName, @Nullable PersonId by, boolean dryRun) {
        disk.refuseWhenFull();
        jdbc.sql("""
                update import_run set state = 'failed', problem = 'imports.interrupted', finished_at = :now
                 where state = 'running' and touched_at < :dead
                """)
                .param("now", utc(clock.instant()))
                .param("dead", utc(clock.instant().minus(DEAD_AFTER)))
                .update();
        try {
            var id = new ImportRunId(jdbc.sql("""
                    insert into import_run (kind, source, file_name, dry_run, started_by, started_at, touched_at, state)
                    values (:kind, :source, :file, :dry, :by, :now, :now, 'running')
                    returning id
                    """)
                    .param("kind", kind)
                    .param("source", source)
                    .param("file", fileName.substring(0, Math.min(255, fileName.length())))
                    .param("dry", dryRun)
                    .param("by", by == null ? null : by.value())
                    .param("now", utc(clock.instant()))
                    .query(Long.class)
                    .single());
            heartbeats.begin(id);
            return id;
        } catch (DuplicateKeyException running) {
            throw new Conflict("imports.busy");
        }
    }

    /** Told after every batch. @throws DiskFull when the next one would have no room */
    void progress(ImportRunId id, long done, long of) {
        disk.refuseWhenFull();
        jdbc.sql("update import_run set done = :done, of = :of, touched_at = :now where id = :id")
                .param("done", done)
                .param("of", of)
                .param("now", utc(clock.instant()))
                .param("id", id.value())
                .update();
    }

    void finish(ImportRunId id, ImportReport report) {
        heartbeats.end(id);
        for (var from = 0; from < report.remarks().size(); from += BATCH) {
            keep(
                    id,
                    from,
                    report.remarks()
                            .subList(
                                    from,
                                    Math.min(from + BATCH, report.remarks().size())));
        }
        jdbc.sql("""
                update import_run
                   set state = :state, counts = :counts::jsonb, problem = nullif(:problem, ''),
                       arguments = :arguments::jsonb, finished_at = :now, touched_at = :now
                 where id = :id
                """)
                .param("state", report.state().code())
                .param("counts", json.writeValueAsString(report.counts()))
                .param("problem", report.problem())
                .param("arguments", json.writeValueAsString(report.arguments()))
                .param("now", utc(clock.instant()))
                .param("id", id.value())
                .update();
    }

    private void keep(ImportRunId id, int before, List<Remark> remarks) {
        jdbc.sql("""
                insert into import_remark (run_id, number, line, code, arguments)
                select :id, :before + nth, line, code, arguments::jsonb
                  from unnest(:lines::bigint[], :codes::text[], :arguments::text[])
                       with ordinality as remark (line, code, arguments, nth)
                """)
                .param("id", id.value())
                .param("before", before)
                .param("lines", remarks.stream().map(Remark::line).toArray(Long[]::new))
                .param("codes", remarks.stream().map(Remark::code).toArray(String[]::new))
                .param(
                        "arguments",
                        remarks.stream()
                                .map(remark -> json.writeValueAsString(remark.arguments()))
                                .toArray(String[]::new))
                .update();
    }

    private ImportRun run(ResultSet row, int number) throws SQLException {
        return new ImportRun(
                new ImportRunId(row.getLong("id")),
                row.getString("kind"),
                row.getString("source"),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                row.getObject("started_by", Long.class),
                instant(row, "started_at"),
                instantOrNull(row, "finished_at"),
                ImportState.of(row.getString("state")),
                row.getLong("done"),
                row.getLong("of"),
                json.readValue(row.getString("counts"), new TypeReference<Map<String, Long>>() {}),
                row.getString("problem"),
                texts(row.getString("arguments")));
    }

    private List<String> texts(String array) {
        return json.readValue(array, new TypeReference<List<String>>() {});
    }
}
