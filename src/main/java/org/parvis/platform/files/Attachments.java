package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.settings.ParvisSettings;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.time.Times;
import org.parvis.platform.web.Invalid;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The files people attach to what they write: their owner's alone until they are published with it, then everyone's who
 * may read that. What nobody publishes goes after a day, unless it is held.
 */
@Component
public class Attachments {

    /** The kind of place of what waits; the place is its owner. */
    static final String WAITING = "waiting";

    private static final String MINE = """
            f.attached and f.deleted_at is null
            and (f.place_kind = :waiting and f.owner = :owner or f.place_kind = :placeKind and f.place_id = :placeId)
            """;

    /** The most files of one text. */
    public static final int MOST = 10;

    private static final int NAME = 255;
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Darkroom darkroom;
    private final Blobs blobs;
    private final Pictures pictures;
    private final MediaTypes types;
    private final Documents documents;
    private final Captions captions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ParvisSettings settings;
    private final Clock clock;

    Attachments(
            Darkroom darkroom,
            Blobs blobs,
            Pictures pictures,
            MediaTypes types,
            Documents documents,
            Captions captions,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ParvisSettings settings,
            Clock clock) {
        this.darkroom = darkroom;
        this.blobs = blobs;
        this.pictures = pictures;
        this.types = types;
        this.documents = documents;
        this.captions = captions;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Keeps what somebody chose; throws {@code Invalid("file", …)} for what is empty, too heavy or beyond what one person
     * may keep. A picture is kept in its sizes only, upright and without what the camera knew; a PDF gets its first page
     * beside it, and documents are read afterwards. Best called outside a transaction.
     */
    public Attachment keep(long owner, @Nullable String name, InputStreamSource upload, long size) {
        var known = name(name);
        mustFit(owner, size);
        var print = developed(upload, size);
        return print.filter(one -> one.shape() == Shape.WHOLE)
                .map(picture -> keep(owner, known, picture))
                .orElseGet(() -> keepAsItIs(owner, known, upload, print.orElse(null)));
    }

    /** As {@link #keep(long, String, InputStreamSource, long)}, of what came with a request; nothing is an empty file. */
    public Attachment keep(long owner, @Nullable MultipartFile upload) {
        if (upload == null) throw new Invalid("file", "platform.file.empty");
        return keep(owner, upload.getOriginalFilename(), upload, upload.getSize());
    }

    /**
     * Gives a film that waits for its owner a picture, drawn anew; the first that is given stays. Answers whether there is
     * such a film.
     *
     * @throws Invalid for what is no picture
     */
    public boolean show(long owner, long file, @Nullable MultipartFile poster) {
        var film = jdbc.sql("""
                select f.width is not null
                  from file f join blob b on b.sha256 = f.blob
                 where f.id = :file and f.owner = :owner and f.place_kind = :waiting and f.attached
                   and f.deleted_at is null and b.media_type like 'video/%'
                """)
                .param("file", file)
                .param("owner", owner)
                .param("waiting", WAITING)
                .query(Boolean.class)
                .optional();
        if (film.isEmpty() || film.get()) return film.isPresent();
        if (poster == null) throw new Invalid("poster", "platform.file.empty");
        var print = darkroom.develop(Shape.WHOLE, poster, poster.getSize());
        blobs.send(print);
        transaction.executeWithoutResult(status -> {
            var shown = jdbc.sql("""
                    update file set width = :width, height = :height
                     where id = :file and place_kind = :waiting and width is null
                    """)
                    .param("width", print.width())
                    .param("height", print.height())
                    .param("file", file)
                    .param("waiting", WAITING)
                    .update();
            if (shown == 1) pictures.addSizes(print, owner, file);
        });
        return true;
    }

    /** What of these waits for its owner, in the order asked for. */
    @Transactional(readOnly = true)
    public List<Attachment> waiting(long owner, List<Enclosure> enclosed) {
        return among(owner, enclosed, WAITING, owner);
    }

    /** What of these waits for its owner or belongs to a place that is theirs to change, in the order asked for. */
    @Transactional(readOnly = true)
    public List<Attachment> among(long owner, List<Enclosure> enclosed, String placeKind, long placeId) {
        if (enclosed.isEmpty()) return List.of();
        var asked = new LinkedHashMap<Long, Enclosure>();
        enclosed.forEach(one -> asked.put(one.file(), one));
        var found = jdbc.sql("""
                select f.id, f.name, b.media_type, b.size, f.width, f.height, d.pages, f.alt, f.transcript,
                       array(select language from caption c where c.file = f.id order by language) as captions
                  from file f
                  join blob b on b.sha256 = f.blob
                  left join document d on d.blob = f.blob
                 where f.id = any (:ids) and %s
                """.formatted(MINE))
                .param("ids", asked.keySet().toArray(Long[]::new))
                .param("owner", owner)
                .param("waiting", WAITING)
                .param("placeKind", placeKind)
                .param("placeId", placeId)
                .query((row, number) -> {
                    var one = Objects.requireNonNull(asked.get(row.getLong("id")));
                    return new Attachment(
                            one.file(),
                            row.getString("name"),
                            row.getString("media_type"),
                            row.getLong("size"),
                            row.getObject("width", Integer.class),
                            row.getObject("height", Integer.class),
                            row.getObject("pages", Integer.class),
                            Objects.requireNonNullElse(one.alt(), row.getString("alt")),
                            new Spoken(
                                    Objects.requireNonNullElse(one.transcript(), row.getString("transcript")),
                                    captions(row)));
                })
                .list();
        var order = List.copyOf(asked.keySet());
        return found.stream()
                .sorted(Comparator.comparingInt(file -> order.indexOf(file.id())))
                .toList();
    }

    /**
     * Publishes what waits for its owner at a place, in this order and in the caller's transaction; throws
     * {@code Invalid("files", …)} when there are too many or one does not wait any more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(long owner, List<Enclosure> enclosed, String placeKind, long placeId) {
        publish(owner, enclosed, placeKind, placeId, MOST);
    }

    /** As {@link #publish(long, List, String, long)}, of a text that may have so many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(long owner, List<Enclosure> enclosed, String placeKind, long placeId, int most) {
        if (enclosed.size() > most) throw new Invalid("files", "platform.files.many", most);
        for (var position = 0; position < enclosed.size(); position++) {
            var one = enclosed.get(position);
            var taken = jdbc.sql("""
                    update file f
                       set place_kind = :placeKind, place_id = :placeId, position = :position,
                           alt = coalesce(:alt::text, alt), transcript = coalesce(:transcript::text, transcript)
                     where id = :id and %s
                    """.formatted(MINE))
                    .param("placeKind", placeKind)
                    .param("placeId", placeId)
                    .param("position", position)
                    .param("alt", alt(one))
                    .param("transcript", transcript(one))
                    .param("id", one.file())
                    .param("owner", owner)
                    .param("waiting", WAITING)
                    .update();
            if (taken == 0) throw new Invalid("files", "platform.files.gone");
        }
    }

    private static @Nullable String alt(Enclosure one) {
        return one.alt() == null ? null : PlainText.optionalName("files", one.alt(), Enclosure.ALT);
    }

    private static @Nullable String transcript(Enclosure one) {
        return one.transcript() == null
                ? null
                : PlainText.optional("transcript-" + one.file(), one.transcript(), Spoken.TRANSCRIPT);
    }

    private static List<String> captions(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("captions").getArray());
    }

    /**
     * Makes the files of a place of the owner's these, in the caller's transaction, which keeps others from doing so at
     * once. What is not among them is nobody's any more. Throws as {@link #publish}, and {@code Invalid} for what is said
     * in them. Answers whether any came or went.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean revise(long owner, Revision revision, String placeKind, long placeId) {
        return revise(owner, revision, placeKind, placeId, MOST);
    }

    /** As {@link #revise(long, Revision, String, long)}, of a text that may have so many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean revise(long owner, Revision revision, String placeKind, long placeId, int most) {
        var before = at(placeKind, placeId);
        var after = revision.enclosed().stream().map(Enclosure::file).collect(Collectors.toSet());
        var gone = before.stream().filter(file -> !after.contains(file)).toArray(Long[]::new);
        forget(
                "place_kind = :placeKind and place_id = :placeId and id = any (:gone)",
                Map.of("placeKind", placeKind, "placeId", placeId, "gone", gone));
        publish(owner, revision.enclosed(), placeKind, placeId, most);
        revision.said().forEach(said -> captions.keep(placeKind, placeId, said));
        return !before.equals(after);
    }

    /** Whether {@link #revise} would let any come or go. */
    @Transactional(readOnly = true)
    public boolean differ(Revision revision, String placeKind, long placeId) {
        return !at(placeKind, placeId)
                .equals(revision.enclosed().stream().map(Enclosure::file).collect(Collectors.toSet()));
    }

    private Set<Long> at(String placeKind, long placeId) {
        return jdbc.sql("""
                select id from file
                 where place_kind = :placeKind and place_id = :placeId and attached and deleted_at is null
                """)
                .param("placeKind", placeKind)
                .param("placeId", placeId)
                .query((row, number) -> row.getLong("id"))
                .set();
    }

    /** Publishes with a post a picture that was drawn here. */
    @Transactional
    public void publishDrawn(BufferedImage drawn, String name, String alt, long owner, String placeKind, long placeId) {
        publish(owner, List.of(new Enclosure(keepDrawn(drawn, name, owner).id(), alt)), placeKind, placeId);
    }

    /** As {@link #keep(long, String, InputStreamSource, long)}, of a picture that was drawn here: nothing is to be feared of it. */
    @Transactional
    public Attachment keepDrawn(BufferedImage drawn, String name, long owner) {
        try {
            return keep(owner, name, PictureWorker.print(Shape.WHOLE, drawn));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Lets what waits for its owner wait until then, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(long owner, List<Enclosure> enclosed, Instant until) {
        var _ = jdbc.sql("""
                update file set held_until = :until
                 where place_kind = :waiting and attached and owner = :owner and id = any (:ids)
                """)
                .param("until", Times.utc(until))
                .param("waiting", WAITING)
                .param("owner", owner)
                .param("ids", enclosed.stream().map(Enclosure::file).toArray(Long[]::new))
                .update();
    }

    /** Brings what of these waits for its owner to where others find it too, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bring(long owner, List<Enclosure> enclosed, String placeKind, long placeId) {
        var _ = jdbc.sql("""
                update file set place_kind = :placeKind, place_id = :placeId
                 where place_kind = :waiting and owner = :owner and attached and deleted_at is null and id = any (:ids)
                """)
                .param("placeKind", placeKind)
                .param("placeId", placeId)
                .param("waiting", WAITING)
                .param("owner", owner)
                .param("ids", enclosed.stream().map(Enclosure::file).toArray(Long[]::new))
                .update();
    }

    /** Lets what of these is there wait for this person, whose it is from now on; in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bringBack(long owner, List<Enclosure> enclosed, String placeKind, long placeId) {
        var _ = jdbc.sql("""
                update file set place_kind = :waiting, place_id = :owner, owner = :owner
                 where place_kind = :placeKind and place_id = :placeId and attached and deleted_at is null
                   and id = any (:ids)
                """)
                .param("placeKind", placeKind)
                .param("placeId", placeId)
                .param("waiting", WAITING)
                .param("owner", owner)
                .param("ids", enclosed.stream().map(Enclosure::file).toArray(Long[]::new))
                .update();
    }

    /** Forgets all that is at a place, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetAt(String placeKind, long placeId) {
        var _ = forget(
                "place_kind = :placeKind and place_id = :placeId", Map.of("placeKind", placeKind, "placeId", placeId));
    }

    /** Forgets what waits; what is published, or somebody else's, stays. Answers whether there was something. */
    @Transactional
    public boolean discard(long owner, long file) {
        return forget(
                        "place_kind = :waiting and id = :file and owner = :owner",
                        Map.of("waiting", WAITING, "file", file, "owner", owner))
                > 0;
    }

    /** The text of a column that {@link AttachmentRows} reads, for a place named in SQL. */
    public static String column(String placeKind, String placeId) {
        return AttachmentRows.column(placeKind, placeId);
    }

    /** The file to be saved, with the place that says who may. */
    Optional<Download> find(long file) {
        return jdbc.sql("""
                select f.name, f.place_kind, f.place_id, b.sha256, b.media_type, b.size
                  from file f join blob b on b.sha256 = f.blob
                 where f.id = :file and f.attached and f.deleted_at is null
                """)
                .param("file", file)
                .query((row, number) -> new Download(
                        row.getString("name"),
                        row.getString("place_kind"),
                        row.getLong("place_id"),
                        new Blob(row.getBytes("sha256")),
                        row.getString("media_type"),
                        row.getLong("size")))
                .optional();
    }

    /** Forgets what is published at these places, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetAt(String placeKind, Collection<Long> placeIds) {
        var _ = forget(
                "place_kind = :placeKind and place_id = any (:places)",
                Map.of("placeKind", placeKind, "places", placeIds.toArray(Long[]::new)));
    }

    /** Forgets what nobody published for a day, and no draft holds. */
    @Transactional
    public void sweep() {
        var now = clock.instant();
        var _ = forget(
                "place_kind = :waiting and created_at < :before and (held_until is null or held_until < :now)",
                Map.of("waiting", WAITING, "before", Times.utc(now.minus(PATIENCE)), "now", Times.utc(now)));
    }

    private long forget(String condition, Map<String, ?> parameters) {
        return jdbc.sql("""
                with gone as (delete from file
                               where attached and %s
                              returning id),
                     sizes as (delete from file where place_kind = :picture and place_id in (select id from gone))
                select count(*) from gone
                """.formatted(condition))
                .params(parameters)
                .param("picture", Pictures.SIZE_OF)
                .query(Long.class)
                .single();
    }

    private void mustFit(long owner, long size) {
        if (size == 0) throw new Invalid("file", "platform.file.empty");
        if (size > settings.fileLimit().toBytes()) {
            throw new Invalid(
                    "file",
                    "platform.file.too-heavy",
                    megabytes(size),
                    settings.fileLimit().toMegabytes());
        }
        var room = settings.filesPerPerson().toBytes() - kept(owner);
        if (size > room) throw new Invalid("file", "platform.file.no-room", Math.max(0, room) >> 20);
    }

    // Never less than it is: the limit would look kept.
    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }

    private long kept(long owner) {
        return jdbc.sql("""
                select coalesce(sum(b.size), 0)
                  from file f join blob b on b.sha256 = f.blob
                 where f.owner = :owner and f.attached and f.deleted_at is null
                """).param("owner", owner).query(Long.class).single();
    }

    // What the darkroom cannot read is a file like any other.
    private Optional<Print> developed(InputStreamSource upload, long size) {
        try {
            return Shape.ofFile(beginning(upload)).map(shape -> darkroom.develop(shape, upload, size));
        } catch (Invalid unreadable) {
            return Optional.empty();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static byte[] beginning(InputStreamSource upload) throws IOException {
        try (var in = upload.getInputStream()) {
            return in.readNBytes(16);
        }
    }

    private Attachment keep(long owner, String name, Print print) {
        blobs.send(print);
        return inTransaction(() -> {
            var largest = blobs.store(print.size(Shape.WHOLE.largest()), print.mediaType());
            var file = add(owner, name, largest, print);
            pictures.addSizes(print, owner, file);
            var size = print.size(Shape.WHOLE.largest()).length;
            return new Attachment(
                    file, name, print.mediaType(), size, print.width(), print.height(), null, "", Spoken.NOTHING);
        });
    }

    private Attachment keepAsItIs(long owner, String name, InputStreamSource upload, @Nullable Print page) {
        try (var part = blobs.receive(upload.getInputStream())) {
            var type = types.of(part.file());
            if (page != null) blobs.send(page);
            return inTransaction(() -> {
                var blob = blobs.store(part, type);
                var file = add(owner, name, blob, page);
                if (page != null) pictures.addSizes(page, owner, file);
                documents.readSoon(blob, type, part.size());
                return new Attachment(
                        file, name, type, part.size(), width(page), height(page), null, "", Spoken.NOTHING);
            });
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static @Nullable Integer width(@Nullable Print print) {
        return print == null ? null : print.width();
    }

    private static @Nullable Integer height(@Nullable Print print) {
        return print == null ? null : print.height();
    }

    private <T> T inTransaction(Supplier<T> work) {
        var done = transaction.execute(status -> work.get());
        if (done == null) throw new IllegalStateException("A transaction without an answer");
        return done;
    }

    private long add(long owner, String name, Blob blob, @Nullable Print print) {
        return jdbc.sql("""
                insert into file (blob, owner, place_kind, place_id, name, attached, width, height, created_at)
                values (:blob, :owner, :waiting, :owner, :name, true, :width::int, :height::int, :now)
                returning id
                """)
                .param("blob", blob.sha256())
                .param("owner", owner)
                .param("waiting", WAITING)
                .param("name", name)
                .param("width", width(print))
                .param("height", height(print))
                .param("now", Times.utc(clock.instant()))
                .query(Long.class)
                .single();
    }

    // Browsers of old send a whole path; what is too long loses its middle, never its ending.
    private static String name(@Nullable String given) {
        var last = given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var line = PlainText.sought(last, Integer.MAX_VALUE);
        if (line.isEmpty()) return "file";
        var over = line.codePointCount(0, line.length()) - NAME;
        if (over <= 0) return line;
        var dot = Math.max(line.lastIndexOf('.'), line.offsetByCodePoints(line.length(), -20));
        var kept = NAME - line.codePointCount(dot, line.length());
        return line.substring(0, line.offsetByCodePoints(0, kept)) + line.substring(dot);
    }

    record Download(String name, String placeKind, long placeId, Blob blob, String mediaType, long bytes) {}
}
