package org.parvis.platform.database;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The PostgreSQL of a data folder while it is filled with very much: it does not wait for the disk, and so may lose
 * everything when the machine, not a process, fails. When it is closed all is on the disk, and the product starts the
 * server as it always does.
 */
public final class LoadingServer implements AutoCloseable {

    /** The last one given of two counts. */
    private static final String OPTIONS = " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
            + " -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=2GB -c checkpoint_timeout=30min"
            + " -c shared_buffers=1GB -c maintenance_work_mem=1GB -c work_mem=128MB -c autovacuum=off"
            + " -c parvis.generation=loading";

    private final DataFolder folder;
    private final Cluster cluster;
    private final Credentials credentials;
    private final Occupancy occupancy;
    private boolean closed;

    private LoadingServer(DataFolder folder, Path software) throws IOException {
        this.folder = folder;
        var data = folder.path().toRealPath();
        if (!DataFolder.isFounded(data)) EmbeddedPostgres.open(data, software).close();
        cluster = Cluster.in(data, PostgresSoftware.below(software));
        credentials = Credentials.readFrom(data.resolve("database.properties"));
        occupancy = new Occupancy(data);
        occupancy.atGate(() -> {
            start();
            occupancy.enter();
        });
    }

    /** @throws org.parvis.platform.settings.Refusal when somebody serves from the folder */
    public static LoadingServer on(Path data, Path software) throws IOException {
        return new LoadingServer(
                Folders.at(data.toAbsolutePath().normalize(), true),
                software.toAbsolutePath().normalize());
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

    /** Twice is once. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) return;
        closed = true;
        occupancy.atGate(() -> {
            occupancy.leave();
            cluster.stop();
            run("initdb", "--sync-only", "-D", cluster.folder().toString());
        });
        occupancy.close();
        folder.close();
    }

    // One that a killed run has left is stopped first: nobody knows how far it is.
    private void start() throws IOException {
        cluster.stop();
        cluster.account().own(cluster.folder());
        run(
                "pg_ctl",
                "start",
                "-D",
                cluster.folder().toString(),
                "-l",
                cluster.log().toString(),
                "-s",
                "-w",
                "-t",
                "3600",
                "-o",
                ServerSettings.options(credentials.port(), cluster.software()) + OPTIONS);
    }

    private void run(String program, String... arguments) throws IOException {
        var ran = Ran.of(cluster.account().command(cluster.software(), program, arguments));
        if (!ran.succeeded()) throw new IOException(program + ": " + ran.output());
    }
}
