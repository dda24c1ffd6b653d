package org.parvis.platform.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
     * @param longest the most of its answer that is taken, in bytes
     */
    record Work(Class<?> worker, List<String> arguments, Duration patience, int longest) {}

    private final ExecutorService pipes = Executors.newVirtualThreadPerTaskExecutor();
    private final WorkerCommand command;

    @Autowired
    Workers() {
        this(WorkerCommand.ofThisProcess());
    }

    Workers(WorkerCommand command) {
        this.command = command;
    }

    /** What the worker answered; throws {@code IOException} when it took too long. */
    byte[] answer(Work work, InputStreamSource upload) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("parvis-worker");
        try {
            var child = command.start(work.worker(), work.arguments(), folder);
            try {
                CompletableFuture.runAsync(() -> feed(child, upload), pipes);
                var answer = CompletableFuture.supplyAsync(() -> read(child, work.longest()), pipes);
                if (!child.waitFor(work.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException("it took too long");
                }
                return answer.join();
            } finally {
                child.descendants().forEach(ProcessHandle::destroyForcibly);
                child.destroyForcibly().waitFor();
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Override
    public void close() {
        pipes.close();
    }

    // A child that has seen enough closes its end early.
    private static void feed(Process child, InputStreamSource upload) {
        try (var in = upload.getInputStream();
                var out = child.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException closed) {
            log.debug("The rest of the upload was not wanted", closed);
        }
    }

    // One that talks without end is stopped in the middle.
    private static byte[] read(Process child, int longest) {
        try {
            var answer = child.getInputStream().readNBytes(longest);
            child.destroyForcibly();
            return answer;
        } catch (IOException killed) {
            return new byte[0];
        }
    }
}
