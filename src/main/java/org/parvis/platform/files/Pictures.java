package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.time.Times;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

/** Square pictures of people and communities in three sizes, made of whatever was uploaded; the sizes of attached ones. */
@Component
public class Pictures {

    /** The kind of place of a smaller size: its place is the file of the largest. */
    static final String SIZE_OF = "picture";

    private final Darkroom darkroom;
    private final Blobs blobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Pictures(Darkroom darkroom, Blobs blobs, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.darkroom = darkroom;
        this.blobs = blobs;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** As {@link #keep(InputStreamSource, long, Long, String, long)}, of what is in memory already. */
    public long keep(byte[] upload, @Nullable Long owner, String placeKind, long placeId) {
        return keep(new ByteArrayResource(upload), upload.length, owner, placeKind, placeId);
    }

    /**
     * Keeps a picture and returns its file's id; without an owner it is the network's own. Throws
     * {@code Invalid("photo", …)} for what is no JPEG, PNG, WebP or GIF picture, or is above 10 MB or 40 megapixels. Takes
     * up to 10 seconds: best called outside a transaction.
     */
    public long keep(InputStreamSource upload, long size, @Nullable Long owner, String placeKind, long placeId) {
        var print = darkroom.develop(Shape.SQUARE, upload, size);
        blobs.send(print);
        var kept = transaction.execute(status -> keep(print, owner, placeKind, placeId));
        if (kept == null) throw new IllegalStateException("A transaction without an answer");
        return kept;
    }

    /** Keeps a square picture that was drawn here, of which nothing is to be feared. */
    public long keepDrawn(BufferedImage drawn, @Nullable Long owner, String placeKind, long placeId) {
        try {
            return keep(PictureWorker.print(Shape.SQUARE, drawn), owner, placeKind, placeId);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Forgets a picture nothing refers to any more; its bytes go with the next sweep. */
    public void forget(long file) {
        jdbc.sql("delete from file where id = :file or place_kind = :kind and place_id = :file")
                .param("file", file)
                .param("kind", SIZE_OF)
                .update();
    }

    public static String address(long file, int size) {
        return "/files/" + file + "/" + size;
    }

    /**
     * The picture in one of its sizes, with the place that says who may read it; in a lighter format, where there is one
     * and the reader says to know it.
     */
    Optional<Picture> find(long file, int size, boolean lighter) {
        return jdbc.sql("""
                select f.place_kind, f.place_id, b.sha256, b.media_type, b.size
                  from file f
                  join file s on s.id = f.id and not f.attached or s.place_kind = :kind and s.place_id = f.id
                  join blob b on b.sha256 = s.blob
                 where f.id = :file and f.place_kind <> :kind and f.deleted_at is null and s.name in (:size, :lighter)
                 order by length(s.name) desc
                 limit 1
                """)
                .param("file", file)
                .param("kind", SIZE_OF)
                .param("size", String.valueOf(size))
                .param("lighter", lighter ? lighter(size) : String.valueOf(size))
                .query((row, number) -> new Picture(
                        row.getString("place_kind"),
                        row.getLong("place_id"),
                        new Blob(row.getBytes("sha256")),
                        row.getString("media_type"),
                        row.getLong("size")))
                .optional();
    }

    private long keep(Print print, @Nullable Long owner, String placeKind, long placeId) {
        var largest = add(print, Shape.SQUARE.largest(), owner, placeKind, placeId);
        for (var size : Shape.SQUARE.sizes()) {
            if (size != Shape.SQUARE.largest()) add(print, size, owner, SIZE_OF, largest);
        }
        addLighter(print, owner, largest);
        return largest;
    }

    /** The sizes that show what somebody attached, in the transaction that keeps it. */
    void addSizes(Print print, long owner, long attached) {
        print.shape().sizes().forEach(size -> add(print, size, owner, SIZE_OF, attached));
        addLighter(print, owner, attached);
    }

    private void addLighter(Print print, @Nullable Long owner, long largest) {
        print.lighter().forEach((size, bytes) -> {
            var blob = blobs.store(bytes, PictureFormat.WEBP.mediaType());
            var _ = add(blob, lighter(size), owner, SIZE_OF, largest);
        });
    }

    private static String lighter(int size) {
        return size + ".webp";
    }

    private long add(Print print, int size, @Nullable Long owner, String placeKind, long placeId) {
        var blob = blobs.store(print.size(size), print.mediaType());
        return add(blob, String.valueOf(size), owner, placeKind, placeId);
    }

    private long add(Blob blob, String name, @Nullable Long owner, String placeKind, long placeId) {
        return jdbc.sql("""
                insert into file (blob, owner, place_kind, place_id, name, created_at)
                values (:blob, :owner::bigint, :placeKind, :placeId, :name, :now)
                returning id
                """)
                .param("blob", blob.sha256())
                .param("owner", owner)
                .param("placeKind", placeKind)
                .param("placeId", placeId)
                .param("name", name)
                .param("now", Times.utc(clock.instant()))
                .query(Long.class)
                .single();
    }

    record Picture(String placeKind, long placeId, Blob blob, String mediaType, long bytes) {}
}
