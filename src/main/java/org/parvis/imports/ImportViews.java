package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;

/** Imports with who began them, and whether they wait for somebody. */
@Component
class ImportViews {

    private static final int SITES = 4;

    private final ImportRuns runs;
    private final Uploads uploads;
    private final JdbcClient jdbc;

    ImportViews(ImportRuns runs, Uploads uploads, JdbcClient jdbc) {
        this.runs = runs;
        this.uploads = uploads;
        this.jdbc = jdbc;
    }

    ImportView find(ImportRunId id) {
        var run = runs.find(id);
        var farewells = run.state() == ImportState.STOPPED ? farewells(run) : List.<ImportView.Farewell>of();
        return new ImportView(run, run.waits() && uploads.waits(id), name(run.startedBy()), farewells);
    }

    Slice<ImportView> list(Cursor before, int limit) {
        return runs.list(before, limit).map(run -> new ImportView(run, false, null, List.of()));
    }

    private List<ImportView.Farewell> farewells(ImportRun run) {
        return jdbc.sql("""
                select gone.site, gone.people,
                       (select count(*)
                          from person p
                         where p.directory = :source and p.kind = 'employee' and p.state <> 'deactivated'
                           and p.deleted_at is null and coalesce(p.site, '') = gone.site) as of
                  from (select arguments ->> 2 as site, count(*) as people
                          from import_remark
                         where run_id = :run and code = :code
                         group by 1
                         order by 2 desc, 1
                         limit :sites) gone
                 order by gone.people desc, gone.site
                """)
                .param("run", run.id().value())
                .param("source", run.source())
                .param("code", DirectoryCensus.GONE)
                .param("sites", SITES)
                .query((row, number) ->
                        new ImportView.Farewell(row.getString("site"), row.getLong("people"), row.getLong("of")))
                .list();
    }

    private @Nullable String name(@Nullable Long person) {
        return person == null
                ? null
                : jdbc.sql("select name from person where id = :id")
                        .param("id", person)
                        .query((row, number) -> row.getString("name"))
                        .optional()
                        .orElse(null);
    }
}
