package org.parvis.platform.database;

import org.parvis.platform.settings.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The PostgreSQL in the data folder: found running or started, started again when it dies, and stopped by the last
 * process that uses it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(15);

    private final Path file;
    private final Cluster cluster;
    private final Occupancy occupancy;
    private volatile Credentials credentials;
    private volatile boolean closing;

    private EmbeddedPostgres(Path data, Path software) throws IOException {
        file = data.resolve("database.properties");
        cluster = Cluster.in(data, PostgresSoftware.below(software));
        occupancy = new Occupancy(data);
        credentials = knownCredentials();
    }

    /** The programs are unpacked below {@code software}; everything else stays below {@code data}. */
    public static EmbeddedPostgres open(Path data, Path software) {
        try {
            Files.createDirectories(data);
            var postgres = new EmbeddedPostgres(
                    data.toRealPath(), software.toAbsolutePath().normalize());
            postgres.enter();
            return postgres;
        } catch (IOException unreadable) {
            throw new Refusal(
                    "The database in %s cannot be used: %s".formatted(data, unreadable.getMessage()), unreadable);
        }
    }

    public String url() {
        return credentials.url();
    }

    public String user() {
        return credentials.user();
    }

    public String password() {
        return credentials.password();
    }

    @Override
    public void close() {
        closing = true;
        try {
            occupancy.atGate(() -> {
                occupancy.leave();
                if (occupancy.isEmpty()) cluster.stop();
            });
            occupancy.close();
        } catch (IOException unreadable) {
            log.warn("The database was left running: {}", unreadable.getMessage());
        }
    }

    private Credentials knownCredentials() throws IOException {
        if (!cluster.isFounded()) return Credentials.fresh();
        if (Files.exists(file)) return Credentials.readFrom(file);
        throw new Refusal(
                "%s is missing: it holds the secret of the database beside it. Put it back from a copy, or restore a backup into an empty folder."
                        .formatted(file));
    }

    private void enter() throws IOException {
        occupancy.atGate(() -> {
            if (cluster.isFounded()) credentials = Credentials.readFrom(file);
            run(occupancy.isEmpty());
            occupancy.enter();
        });
    }

    /** @param alone whether nobody else uses the server, so that it may be stopped */
    private void run(boolean alone) throws IOException {
        var running = cluster.running();
        if (running.isPresent() && alone && !isOurs(running.get())) {
            cluster.stop();
            running = cluster.running();
        }
        if (running.isEmpty()) {
            start();
            running = cluster.running();
        } else if (running.get().port() != credentials.port()) {
            remember(credentials.on(running.get().port()));
        }
        running.ifPresent(this::startAgainWhenItDies);
    }

    private void start() throws IOException {
        if (!cluster.isFounded()) {
            credentials.writeTo(file);
            cluster.found(credentials);
        }
        remember(credentials.on(freePort(credentials.port())));
        cluster.start(credentials.port());
    }

    private void remember(Credentials known) throws IOException {
        known.writeTo(file);
        credentials = known;
    }

    /** A server left over by a killed Parvis goes on serving when it has today's settings and answers. */
    private boolean isOurs(Postmaster running) {
        var there = credentials.on(running.port());
        DriverManager.setLoginTimeout(5);
        try (var connection = DriverManager.getConnection(there.url(), there.user(), there.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery("show parvis.generation")) {
            return row.next() && row.getString(1).equals(ServerSettings.generation(cluster.software()));
        } catch (SQLException silent) {
            return false;
        }
    }

    private void startAgainWhenItDies(Postmaster running) {
        running.process().onExit().thenRun(() -> {
            if (!closing) Thread.ofVirtual().name("PostgreSQL again").start(this::startAgain);
        });
    }

    /** Until it does: what keeps it from starting, such as a full disk, may pass. */
    private void startAgain() {
        log.warn("PostgreSQL ended unexpectedly and is started again");
        for (var rest = Duration.ofSeconds(1); !startedAgain(rest); rest = longer(rest)) {
            try {
                Thread.sleep(rest);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean startedAgain(Duration rest) {
        try {
            occupancy.atGate(() -> {
                if (!closing) run(false);
            });
            return true;
        } catch (IOException | RuntimeException failure) {
            log.error(
                    "PostgreSQL could not be started again, next try in {} s: {}",
                    rest.toSeconds(),
                    failure.getMessage());
            return false;
        }
    }

    private static Duration longer(Duration rest) {
        var twice = rest.multipliedBy(2);
        return twice.compareTo(LONGEST_REST) < 0 ? twice : LONGEST_REST;
    }

    private static int freePort(int wanted) throws IOException {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) throw taken;
            return freePort(0);
        }
    }
}
