package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports with who began them, and whether they wait for somebody. */
@Component
class ImportViews {

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
        return new ImportView(run, run.waits() && uploads.waits(id), name(run.startedBy()));
    }

    Slice<ImportView> list(Cursor before, int limit) {
        return runs.list(before, limit).map(run -> new ImportView(run, false, null));
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
