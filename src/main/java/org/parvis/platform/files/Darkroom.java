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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Has pictures, and first pages, drawn anew by a worker, a few at a time. */
@Component
class Darkroom {

    private static final Logger log = LoggerFactory.getLogger(Darkroom.class);

    private final Semaphore places = new Semaphore(2, true);
    private final Workers workers;
    private final Duration patience;

    @Autowired
    Darkroom(Workers workers) {
        this(workers, Duration.ofSeconds(10));
    }

    Darkroom(Workers workers, Duration patience) {
        this.workers = workers;
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

    private byte[] answer(Shape shape, InputStreamSource upload) throws IOException, InterruptedException {
        var work = new Workers.Work(PictureWorker.class, List.of(shape.name()), patience, shape.longestAnswer());
        return workers.answer(work, out -> {
            try (var in = upload.getInputStream()) {
                in.transferTo(out);
            }
        });
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
        return new Print(shape, mediaType, width, height, sizes(shape, in), lighter(shape, in));
    }

    private static Map<Integer, byte[]> sizes(Shape shape, DataInputStream in) throws IOException {
        var sizes = new LinkedHashMap<Integer, byte[]>();
        for (var size : shape.sizes()) {
            var bytes = WorkerAnswer.part(in);
            if (bytes.length > 0) sizes.put(size, bytes);
        }
        return sizes;
    }

    // A worker that ended on the way to them has made what is needed.
    private static Map<Integer, byte[]> lighter(Shape shape, DataInputStream in) {
        try {
            return sizes(shape, in);
        } catch (IOException ended) {
            return Map.of();
        }
    }
}
