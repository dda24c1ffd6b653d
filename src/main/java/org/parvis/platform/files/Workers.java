package org.parvis.platform.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Has what somebody uploaded looked at by a child process with little memory and time; whatever is in it happens there. */
@Component
class Workers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);

    /**
     * What a worker is asked for.
     *
     * @param worker the class with the {@code main} method: an upload comes in, an answer goes out
     * @param patience after which it is ended
     * @param longest the most of its answer that is taken, in bytes
     */
    record Work(Class<?> worker, List<String> arguments, Duration patience, int longest) {}

    /** What a worker is given, written as it is read: it may be longer than what may be in memory. */
    interface Upload {

        void writeTo(OutputStream out) throws IOException;
    }

    private final ExecutorService pipes = Executors.newVirtualThreadPerTaskExecutor();
    private final WorkerCommand command;

    @Autowired
    Workers() {
        this(WorkerCommand.ofThisProcess());
    }

    Workers(WorkerCommand command) {
        this.command = command;
    }

    /**
     * What the worker answered until it ended, whether of its own accord or since it took or said too much. Throws what the
     * upload throws, but for {@code IOException}: the worker then sees less of it.
     */
    byte[] answer(Work work, Upload upload) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("parvis-worker");
        try {
            var child = command.start(work.worker(), work.arguments(), folder);
            try {
                var fed = CompletableFuture.runAsync(() -> feed(child, upload), pipes);
                var answer = CompletableFuture.supplyAsync(() -> read(child, work.longest()), pipes);
                if (!child.waitFor(work.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                    log.info("A {} took too long", work.worker().getSimpleName());
                    end(child);
                }
                var said = answer.join();
                fed.join();
                return said;
            } catch (CompletionException notGiven) {
                throw notGiven.getCause() instanceof RuntimeException problem ? problem : notGiven;
            } finally {
                end(child);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Override
    public void close() {
        pipes.close();
    }

    private static void end(Process child) throws InterruptedException {
        child.descendants().forEach(ProcessHandle::destroyForcibly);
        child.destroyForcibly().waitFor();
    }

    // A child that has seen enough closes its end early.
    private static void feed(Process child, Upload upload) {
        try (var out = child.getOutputStream()) {
            upload.writeTo(out);
        } catch (IOException closed) {
            log.debug("The rest of the upload was not wanted", closed);
        }
    }

    // One that talks without end is stopped in the middle.
    private static byte[] read(Process child, int longest) {
        var answer = new ByteArrayOutputStream();
        var part = new byte[8192];
        try {
            var in = child.getInputStream();
            for (var count = 0;
                    count >= 0 && answer.size() < longest;
                    count = in.read(part, 0, Math.min(part.length, longest - answer.size()))) {
                answer.write(part, 0, count);
            }
            child.destroyForcibly();
        } catch (IOException killed) {
            log.debug("It was ended in the middle of its answer", killed);
        }
        return answer.toByteArray();
    }
}
