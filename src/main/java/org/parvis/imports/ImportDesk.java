package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.access.Agent;
import org.parvis.access.Audit;
import org.parvis.people.PersonId;
import org.parvis.platform.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Imports as administrators do them on a page: look first, then bring in, or send away. */
@Component
class ImportDesk {

    private final PeopleImport people;
    private final SlackImport slack;
    private final ImportRuns runs;
    private final Uploads uploads;
    private final UploadFolder folder;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ImportDesk(
            PeopleImport people,
            SlackImport slack,
            ImportRuns runs,
            Uploads uploads,
            UploadFolder folder,
            Audit audit,
            TransactionTemplate transaction) {
        this.people = people;
        this.slack = slack;
        this.runs = runs;
        this.uploads = uploads;
        this.folder = folder;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Says what would be done with a file. @throws Conflict while another import of the kind runs */
    ImportRunId check(PersonId administrator, String kind, String source, String fileName, MultipartFile file) {
        var stored = uploads.keep(file);
        try {
            return begin(new Work(administrator, kind, source, fileName, stored), true, false);
        } catch (RuntimeException refused) {
            folder.discard(stored);
            throw refused;
        }
    }

    /** Brings in what was checked. {@code force} deactivates however many are gone. */
    ImportRunId bringIn(PersonId administrator, ImportRunId id, boolean force) {
        var checked = runs.find(id);
        var stored = uploads.take(id).orElseThrow(() -> new NotFound("upload"));
        try {
            return begin(
                    new Work(administrator, checked.kind(), checked.source(), checked.fileName(), stored),
                    false,
                    force);
        } catch (RuntimeException refused) {
            uploads.await(stored, id);
            throw refused;
        }
    }

    private record Work(PersonId administrator, String kind, String source, String fileName, UUID stored) {}

    // The file is over with the import, unless somebody has to decide; whichever of the two comes last looks.
    private ImportRunId begin(Work work, boolean dry, boolean force) {
        var begun = new AtomicReference<@Nullable ImportRunId>();
        Runnable settled = () -> settle(begun.get(), work.stored());
        var run = work.kind().equals(SlackImport.KIND) ? slack(work, dry, settled) : people(work, dry, force, settled);
        uploads.await(work.stored(), run);
        begun.set(run);
        settle(run, work.stored());
        return run;
    }

    private ImportRunId slack(Work work, boolean dry, Runnable settled) {
        var path = folder.path(work.stored());
        return dry
                ? slack.check(path, work.fileName(), work.source(), work.administrator(), settled)
                : slack.start(path, work.fileName(), work.source(), work.administrator(), settled);
    }

    private ImportRunId people(Work work, boolean dry, boolean force, Runnable settled) {
        var order = new PeopleImport.Order(
                folder.path(work.stored()), work.fileName(), work.source(), force, dry, work.administrator());
        var run = people.start(order, settled);
        if (!dry) {
            transaction.executeWithoutResult(_ -> audit.record(
                    Agent.onPage(work.administrator()),
                    force ? "people imported by force" : "people imported",
                    null,
                    Map.of("source", work.source(), "run", run.value())));
        }
        return run;
    }

    private void settle(@Nullable ImportRunId run, UUID stored) {
        if (run != null) {
            uploads.settle(runs.find(run), stored);
        }
    }
}
