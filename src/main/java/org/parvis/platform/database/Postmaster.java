package org.parvis.platform.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL server that runs on a folder, as its {@code postmaster.pid} tells. */
record Postmaster(ProcessHandle process, int port) {

    /**
     * The server of this folder, if one runs. After a crash the file stays behind, and its number may by now belong to
     * any other program; PostgreSQL itself would then refuse to start.
     */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() < 4) return Optional.empty();
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(process -> servesFrom(cluster, process))
                    .map(process -> new Postmaster(
                            process, Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException | NumberFormatException stopped) {
            return Optional.empty();
        }
    }

    void awaitEnd(Duration patience) {
        process.onExit()
                .completeOnTimeout(process, patience.toMillis(), MILLISECONDS)
                .join();
    }

    /** A server that is being killed is a zombie for a moment: it has no command any more, and counts as gone. */
    private static boolean servesFrom(Path cluster, ProcessHandle process) {
        var info = process.info();
        return process.isAlive()
                && info.command().map(command -> command.endsWith("/postgres")).orElse(false)
                && info.arguments()
                        .map(arguments -> List.of(arguments).contains(cluster.toString()))
                        .orElse(false);
    }
}
