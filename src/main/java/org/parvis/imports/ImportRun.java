package org.parvis.imports;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One import as the list of imports shows it; {@code done} of {@code of} rows while it runs. */
public record ImportRun(
        ImportRunId id,
        String kind,
        String source,
        String fileName,
        boolean dryRun,
        @Nullable Long startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        ImportState state,
        long done,
        long of,
        Map<String, Long> counts,
        @Nullable String problem,
        List<String> arguments) {

    /** Whether an administrator decides how it goes on: it was only checked, or it stopped. */
    boolean waits() {
        return state == ImportState.STOPPED || state == ImportState.DONE && dryRun;
    }
}
