package org.parvis.platform.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import org.parvis.platform.settings.Refusal;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The folder of the embedded PostgreSQL: founded once, then started and stopped. */
record Cluster(Path folder, Path log, PostgresSoftware software, Account account) {

    static final String FOLDER = "postgres";

    private static final String VERSION = "18";

    /** pg_trgm asks the system which characters are letters; in locale C only the English ones are. */
    private static final List<String> CHARACTERS = List.of("C.UTF-8", "en_US.UTF-8", "C");

    static Cluster in(Path data, PostgresSoftware software) {
        var account = Account.reaching(data, software);
        return new Cluster(data.resolve(FOLDER), data.resolve("postgres.log"), software, account);
    }

    boolean isFounded() {
        return Files.exists(folder);
    }

    /** The folder gets its name only when it is complete: founding begins anew after an interruption, never twice. */
    void found(Credentials credentials) throws IOException {
        var unfinished = folder.resolveSibling("postgres.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.ownForFounding(unfinished);
        initialise(unfinished);
        createDatabase(unfinished, credentials);
        Files.writeString(unfinished.resolve("pg_hba.conf"), """
                # Only Parvis, with its secret, from this machine.
                host parvis parvis 127.0.0.1/32 scram-sha-256
                """);
        account.own(unfinished);
        Files.move(unfinished, folder, ATOMIC_MOVE);
    }

    void start(int port) throws IOException {
        refuseOtherVersion();
        account.own(folder);
        var end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!launched(port).succeeded()) {
            if (!stillDying() || System.nanoTime() > end) {
                throw new Refusal("PostgreSQL does not start: %s (all of it in %s)".formatted(lastWords(), log));
            }
        }
    }

    /** Lets transactions that are under way fail, writes everything down and waits for the end. */
    void stop() throws IOException {
        var running = Postmaster.of(folder);
        if (running.isEmpty()) return;
        Ran.of(account.command(
                software, "pg_ctl", "stop", "-D", folder.toString(), "-s", "-w", "-m", "fast", "-t", "60"));
        running.get().awaitEnd(Duration.ofSeconds(5));
    }

    Optional<Postmaster> running() throws IOException {
        return Postmaster.of(folder);
    }

    private void initialise(Path unfinished) throws IOException {
        var initdb = initdb(unfinished, CHARACTERS.getFirst());
        for (var other : CHARACTERS.subList(1, CHARACTERS.size())) {
            if (initdb.output().contains("invalid locale name")) initdb = initdb(unfinished, other);
        }
        if (!initdb.succeeded()) throw new Refusal("The database cannot be created: " + lastLine(initdb.output()));
    }

    private Ran initdb(Path unfinished, String characters) throws IOException {
        return Ran.of(account.foundingCommand(
                software,
                "initdb",
                "--pgdata=" + unfinished,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                // PostgreSQL's own order rather than the system's: an upgrade of the system never breaks an index.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--lc-ctype=" + characters,
                "--no-instructions"));
    }

    private void createDatabase(Path unfinished, Credentials credentials) throws IOException {
        var statements = """
                create role parvis login password '%s'
                create database parvis owner parvis
                """.formatted(credentials.password());
        var single = Ran.of(
                account.foundingCommand(
                        software,
                        "postgres",
                        "--single",
                        "-D",
                        unfinished.toString(),
                        "-c",
                        // A password that nobody chose is not guessed; every connection would work through the others.
                        "scram_iterations=1",
                        "postgres"),
                statements);
        if (!single.succeeded() || single.output().contains("ERROR:")) {
            throw new Refusal("The database cannot be created: " + lastLine(single.output()));
        }
    }

    private void refuseOtherVersion() throws IOException {
        var version = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!version.equals(VERSION)) {
            throw new Refusal(
                    "%s was made by PostgreSQL %s; this Parvis brings %s. Back up with the Parvis that made it and restore with this one."
                            .formatted(folder, version, VERSION));
        }
    }

    private Ran launched(int port) throws IOException {
        if (running().isEmpty()) Files.deleteIfExists(folder.resolve("postmaster.pid"));
        keepLogSmall();
        return Ran.of(account.command(
                software,
                "pg_ctl",
                "start",
                "-D",
                folder.toString(),
                "-l",
                log.toString(),
                "-s",
                "-w",
                // Recovery after a crash takes the time it takes.
                "-t",
                "3600",
                "-o",
                ServerSettings.options(port, software)));
    }

    private void keepLogSmall() throws IOException {
        if (Files.notExists(log)) Files.createFile(log);
        if (Files.size(log) > 10_000_000) Files.writeString(log, "");
        account.own(log);
    }

    /** After a {@code kill -9} of the server alone its sessions need a moment to notice. */
    private boolean stillDying() throws IOException {
        return lastWords().contains("still in use");
    }

    private String lastWords() throws IOException {
        return Files.readString(log)
                .lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((_, last) -> last)
                .map(line -> line.replaceFirst("^.*?(FATAL|PANIC): +", ""))
                .orElse("no reason is in the log");
    }

    private static String lastLine(String text) {
        return text.lines().reduce((_, last) -> last).orElse("no reason was given");
    }
}
