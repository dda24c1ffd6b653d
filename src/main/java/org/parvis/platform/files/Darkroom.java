package org.parvis.platform.files;

import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.TooMany;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Has pictures decoded by a child process with little memory and time; whatever is in them happens there. */
@Component
class Darkroom implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Darkroom.class);

    private final Semaphore places = new Semaphore(2, true);
    private final ExecutorService pipes = Executors.newVirtualThreadPerTaskExecutor();
    private final WorkerCommand command;
    private final Duration patience;

    @Autowired
    Darkroom() {
        this(WorkerCommand.ofThisProcess(), Duration.ofSeconds(10));
    }

    Darkroom(WorkerCommand command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    /** As {@link #develop(Shape, InputStreamSource, long)}, of what is in memory already. */
    Print develop(Shape shape, byte[] upload) {
        return develop(shape, new ByteArrayResource(upload), upload.length);
    }

    /**
     * Throws {@code Invalid("photo", …)} for what cannot be made a picture of. The upload is read in its turn and passed
     * on as it is read, so that however many wait, none is in memory.
     */
    Print develop(Shape shape, InputStreamSource upload, long size) {
        if (size > shape.megabytes() * 1024L * 1024) {
            throw new Invalid("photo", "platform.picture.too-heavy", shape.megabytes());
        }
        try {
            if (!places.tryAcquire(2 * patience.toMillis(), TimeUnit.MILLISECONDS)) throw new TooMany(patience);
            try {
                return print(shape, answer(shape, upload));
            } finally {
                places.release();
            }
        } catch (IOException broken) {
            log.info("A picture could not be read: {}", broken.toString());
            throw new Invalid("photo", "platform.picture.unreadable");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooMany(patience);
        }
    }

    @Override
    public void close() {
        pipes.close();
    }

    private byte[] answer(Shape shape, InputStreamSource upload) throws IOException, InterruptedException {
        var child = command.start(shape);
        try {
            CompletableFuture.runAsync(() -> feed(child, upload), pipes);
            var answer = CompletableFuture.supplyAsync(() -> read(shape, child), pipes);
            if (!child.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) throw new IOException("it took too long");
            return answer.join();
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static Print print(Shape shape, byte[] answer) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(answer));
        var mediaType = in.readUTF();
        if (mediaType.equals(PictureWorker.TOO_LARGE)) {
            throw new Invalid("photo", "platform.picture.too-large", PictureWorker.MOST_PIXELS / 1_000_000);
        }
        if (!PictureFormat.MADE.contains(mediaType)) throw new IOException("it became no picture");
        var width = in.readInt();
        var height = in.readInt();
        var sizes = new LinkedHashMap<Integer, byte[]>();
        for (var size : shape.sizes()) {
            sizes.put(size, in.readNBytes(Math.max(0, in.readInt())));
        }
        return new Print(mediaType, width, height, sizes);
    }

    // A child that has seen enough closes its end early.
    private static void feed(Process child, InputStreamSource upload) {
        try (var in = upload.getInputStream();
                var out = child.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException closed) {
            log.debug("The rest of the picture was not wanted", closed);
        }
    }

    // One that talks without end is stopped in the middle.
    private static byte[] read(Shape shape, Process child) {
        try {
            var answer = child.getInputStream().readNBytes(shape.longestAnswer());
            child.destroyForcibly();
            return answer;
        } catch (IOException killed) {
            return new byte[0];
        }
    }
}
