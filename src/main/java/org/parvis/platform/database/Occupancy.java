package org.parvis.platform.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who uses the embedded PostgreSQL: every process that does holds a shared lock, and the last one to leave stops it.
 * The system releases the locks of a process that is killed.
 */
final class Occupancy implements AutoCloseable {

    /** A lock on a file is the process's: it keeps other processes out, and a second thread of this one is refused. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final Path gate;
    private final FileChannel users;
    private @Nullable FileLock use;

    Occupancy(Path data) throws IOException {
        gate = data.resolve("postgres.gate");
        users = FileChannel.open(data.resolve("postgres.users"), CREATE, READ, WRITE);
    }

    /** One at a time, in this process and among all, decides whether to start or to stop. */
    <E extends Exception> void atGate(Step<E> step) throws E, IOException {
        HERE.lock();
        try (var channel = FileChannel.open(gate, CREATE, WRITE);
                var _ = channel.lock()) {
            step.run();
        } finally {
            HERE.unlock();
        }
    }

    void enter() throws IOException {
        use = users.tryLock(0, Long.MAX_VALUE, true);
        if (use == null) throw new IOException("The database is being stopped by another process");
    }

    void leave() throws IOException {
        if (use != null) use.release();
        use = null;
    }

    boolean isEmpty() throws IOException {
        try (var alone = users.tryLock()) {
            return alone != null;
        } catch (OverlappingFileLockException here) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        users.close();
    }

    interface Step<E extends Exception> {
        void run() throws E, IOException;
    }
}
