package org.parvis.imports;

import org.parvis.access.Agent;
import org.parvis.access.Audit;
import org.parvis.communities.PastCommunities;
import org.parvis.conversation.PastConversations;
import org.parvis.imports.slack.SlackExport;
import org.parvis.people.PastPeople;
import org.parvis.people.PersonId;
import org.parvis.platform.disk.DiskFull;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.network.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Brings the past of a Slack workspace in. Every batch is kept as it comes, so that an import that was broken off goes
 * on when it is run again, and a later export of the same workspace adds what is new.
 */
@Service
public class SlackImport {

    /** How reports name this kind of import. */
    public static final String KIND = "slack";

    private static final Logger log = LoggerFactory.getLogger(SlackImport.class);
    private static final long SIGN_OF_LIFE = TimeUnit.SECONDS.toNanos(1);

    private final ImportRuns runs;
    private final PastPeople people;
    private final PastCommunities communities;
    private final PastConversations conversations;
    private final Messages messages;
    private final Network network;
    private final Audit audit;
    private final TransactionTemplate transaction;

    SlackImport(
            ImportRuns runs,
            PastPeople people,
            PastCommunities communities,
            PastConversations conversations,
            Messages messages,
            Network network,
            Audit audit,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.people = people;
        this.communities = communities;
        this.conversations = conversations;
        this.messages = messages;
        this.network = network;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Begins on a page and goes on in the background; {@code afterwards} runs when it is over, well or not. The report
     * is found by the number answered.
     *
     * @throws UnreadableFile when it is no export, or a trap; then nothing has begun
     */
    public ImportRunId start(Path path, String fileName, String source, PersonId administrator, Runnable afterwards) {
        var export = SlackExport.open(path);
        var run = begun(export, Agent.onPage(administrator), source, fileName, administrator);
        Thread.ofVirtual().name("slack import " + run).start(() -> {
            try (export) {
                carryOut(export, run, source, administrator, _ -> {});
            } catch (RuntimeException failure) {
                log.error("Slack import {} failed", run, failure);
            } finally {
                afterwards.run();
            }
        });
        return run;
    }

    /** Brings everything in before it returns; {@code progress} hears of it about once a second. */
    public ImportReport run(Path path, String source, PersonId owner, Consumer<Map<String, Long>> progress) {
        try (var export = SlackExport.open(path)) {
            var run = begun(export, Agent.onCommandLine(), source, String.valueOf(path.getFileName()), owner);
            return carryOut(export, run, source, owner, progress);
        }
    }

    /** What an import would count, writing nothing. */
    public ImportReport rehearse(Path path, String source) {
        try (var export = SlackExport.open(path)) {
            return new SlackRehearsal(export, people, source).report();
        }
    }

    /** As {@link #rehearse}, in the background; a file that is no export is in the report. */
    public ImportRunId check(Path path, String fileName, String source, PersonId administrator, Runnable afterwards) {
        var run = runs.begin(KIND, source, fileName, administrator, true);
        Thread.ofVirtual().name("slack rehearsal " + run).start(() -> {
            try {
                runs.finish(run, rehearsed(path, source));
            } finally {
                afterwards.run();
            }
        });
        return run;
    }

    private ImportReport rehearsed(Path path, String source) {
        try {
            return rehearse(path, source);
        } catch (UnreadableFile unreadable) {
            return new ImportReport(
                    ImportState.UNREADABLE, Map.of(), unreadable.code(), unreadable.arguments(), List.of());
        } catch (RuntimeException failure) {
            log.error("The check of the Slack export {} failed", source, failure);
            return new ImportReport(ImportState.FAILED, Map.of(), "imports.failed", List.of(), List.of());
        }
    }

    private ImportRunId begun(SlackExport export, Agent agent, String source, String fileName, PersonId owner) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> {
                var run = runs.begin(KIND, source, fileName, owner, false);
                audit.record(agent, "conversations imported", null, Map.of("source", source, "run", run.value()));
                return run;
            }));
        } catch (RuntimeException refused) {
            export.close();
            throw refused;
        }
    }

    private ImportReport carryOut(
            SlackExport export, ImportRunId run, String source, PersonId owner, Consumer<Map<String, Long>> progress) {
        var past = new SlackPast(
                export,
                source,
                owner,
                people,
                communities,
                conversations,
                messages.text(network.defaultLocale(), "imports.slack.private-channel"));
        try {
            past.bring(throttled(() -> {
                runs.progress(run, past.done(), past.of());
                progress.accept(past.counts());
            }));
            return finished(run, new ImportReport(ImportState.DONE, past.counts(), "", List.of(), past.remarks()));
        } catch (RuntimeException failure) {
            var problem = failure instanceof DiskFull ? "imports.full" : "imports.failed";
            var _ = finished(
                    run, new ImportReport(ImportState.FAILED, past.counts(), problem, List.of(), past.remarks()));
            throw failure;
        }
    }

    private ImportReport finished(ImportRunId run, ImportReport report) {
        runs.finish(run, report);
        return report;
    }

    private static Runnable throttled(Runnable told) {
        var last = new long[] {System.nanoTime()};
        return () -> {
            if (System.nanoTime() - last[0] > SIGN_OF_LIFE) {
                last[0] = System.nanoTime();
                told.run();
            }
        };
    }
}
