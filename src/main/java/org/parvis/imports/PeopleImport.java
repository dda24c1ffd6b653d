package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.imports.people.DirectoryFile;
import org.parvis.imports.people.DirectoryPlan;
import org.parvis.people.PersonId;
import org.parvis.platform.disk.DiskFull;
import org.parvis.platform.web.Conflict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Brings a company's directory in. Running it again goes on where it stopped, and changes nobody who is as the file says.
 */
@Service
public class PeopleImport {

    public static final String KIND = "people";

    /** The name of a directory that was not given one. */
    public static final String SOURCE = "directory";

    private static final Logger log = LoggerFactory.getLogger(PeopleImport.class);

    /**
     * What is to be done.
     *
     * @param source names the directory, the same each time: people are known again by it
     * @param force deactivates however many are gone
     * @param dryRun says what would be done
     */
    public record Order(
            Path file,
            String fileName,
            String source,
            boolean force,
            boolean dryRun,
            @Nullable PersonId by) {

        public static Order of(Path file) {
            return new Order(file, String.valueOf(file.getFileName()), SOURCE, false, false, null);
        }

        public Order from(String source) {
            return new Order(file, fileName, source, force, dryRun, by);
        }

        public Order forced() {
            return new Order(file, fileName, source, true, dryRun, by);
        }

        public Order dry() {
            return new Order(file, fileName, source, force, true, by);
        }
    }

    /** Hears how far it is. */
    public interface Progress {
        void at(long done, long of);
    }

    private final DirectoryWriting writing;
    private final ImportRuns runs;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

    PeopleImport(DirectoryWriting writing, ImportRuns runs) {
        this.writing = writing;
        this.runs = runs;
    }

    /**
     * Begins in the background; {@link ImportRuns#find} tells how far it is. {@code finished} runs at the end in any case,
     * such as to delete an uploaded file.
     *
     * @throws Conflict while another import of people runs
     */
    public ImportRunId start(Order order, Runnable finished) {
        var run = runs.begin(KIND, order.source(), order.fileName(), order.by(), order.dryRun());
        background.execute(() -> {
            try {
                recorded(run, order, (done, of) -> {});
            } finally {
                finished.run();
            }
        });
        return run;
    }

    /** Does it while the caller waits. A dry run writes nothing at all, its report neither. */
    public ImportReport run(Order order, Progress progress) {
        if (order.dryRun()) {
            return carriedOut(order, progress);
        } else {
            return recorded(runs.begin(KIND, order.source(), order.fileName(), order.by(), false), order, progress);
        }
    }

    private ImportReport recorded(ImportRunId run, Order order, Progress progress) {
        var report = carriedOut(order, (done, of) -> {
            runs.progress(run, done, of);
            progress.at(done, of);
        });
        runs.finish(run, report);
        return report;
    }

    private ImportReport carriedOut(Order order, Progress progress) {
        try {
            var file = DirectoryFile.open(order.file());
            return writing.carryOut(order, file, DirectoryPlan.of(file.contents()), progress);
        } catch (UnreadableFile unreadable) {
            return failed(ImportState.UNREADABLE, unreadable.code(), unreadable.arguments());
        } catch (DiskFull full) {
            return failed(ImportState.FAILED, "imports.full", List.of());
        } catch (RuntimeException problem) {
            log.error("The import of {} failed", order.source(), problem);
            return failed(ImportState.FAILED, "imports.failed", List.of());
        }
    }

    private static ImportReport failed(ImportState state, String problem, List<String> arguments) {
        return new ImportReport(state, Map.of(), problem, arguments, List.of());
    }
}
