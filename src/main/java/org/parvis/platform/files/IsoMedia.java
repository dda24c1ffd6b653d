package org.parvis.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The boxes of a file of the MP4 family (ISO/IEC 14496-12), as far as they say what is in it: pictures or sound alone,
 * and whether in a way that browsers know. Boxes that contradict each other end the reading, never the upload.
 */
final class IsoMedia {

    private static final Set<String> WAYS_DOWN = Set.of("moov", "trak", "mdia", "minf", "stbl");
    private static final Set<String> KNOWN =
            Set.of("avc1", "avc3", "vp08", "vp09", "av01", "mp4a", "Opus", "fLaC", ".mp3");
    private static final String FILM = "vide";
    private static final String SOUND = "soun";
    private static final int MOST_BOXES = 10_000;
    private static final int DEEPEST = 5;
    private static final int HEADER = 16;
    // Version and flags, the number of entries, the size of the first; of a handler also what was once a type.
    private static final int TO_CODEC = 12;
    private static final int TO_HANDLER = 8;

    private final FileChannel file;
    private final Set<String> tracks = new HashSet<>();
    private final List<String> codecs = new ArrayList<>();
    private String brand = "";
    private String track = "";
    private int boxes;

    private IsoMedia(FileChannel file) {
        this.file = file;
    }

    /** The media type, with a codec (RFC 6381) where browsers do not all know it. */
    static String type(Path path) throws IOException {
        try (var file = FileChannel.open(path)) {
            var media = new IsoMedia(file);
            media.read(0, file.size(), 0);
            return media.type();
        }
    }

    private String type() {
        if (brand.isEmpty() || brand.equals("qt  ")) return "video/quicktime";
        var type = tracks.contains(SOUND) && !tracks.contains(FILM) ? "audio/mp4" : "video/mp4";
        return codecs.stream()
                .filter(codec -> !KNOWN.contains(codec))
                .findFirst()
                .map(codec -> type + "; codecs=" + codec.strip())
                .orElse(type);
    }

    private void read(long from, long end, int depth) throws IOException {
        var at = from;
        while (at + 8 <= end && boxes++ < MOST_BOXES) {
            var header = bytes(at, HEADER);
            if (header.limit() < 8) return;
            var size = Integer.toUnsignedLong(header.getInt(0));
            var wide = size == 1 && header.limit() == HEADER;
            if (wide) size = header.getLong(8);
            if (size == 0) size = end - at;
            if (size < 8 || size > end - at) return;
            open(code(header, 4), at + (wide ? HEADER : 8), at + size, depth);
            at += size;
        }
    }

    private void open(String box, long from, long end, int depth) throws IOException {
        switch (box) {
            case "ftyp" -> brand = brand.isEmpty() ? code(bytes(from, 4), 0) : brand;
            case "hdlr" -> track = code(bytes(from, TO_HANDLER + 4), TO_HANDLER);
            case "stsd" -> describe(code(bytes(from, TO_CODEC + 4), TO_CODEC));
            default -> {
                if (depth < DEEPEST && WAYS_DOWN.contains(box)) read(from, end, depth + 1);
            }
        }
    }

    // Whatever else goes along, titles or positions, stops no player.
    private void describe(String codec) {
        if (track.equals(FILM) || track.equals(SOUND)) {
            tracks.add(track);
            codecs.add(codec);
        }
    }

    private ByteBuffer bytes(long at, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        var read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, at + bytes.position());
        }
        return bytes.flip();
    }

    // Four letters; what is none of ours is none of theirs either, and stands in a media type.
    private static String code(ByteBuffer bytes, int at) {
        if (bytes.limit() < at + 4) return "";
        var code = new byte[4];
        bytes.get(at, code);
        var text = new String(code, StandardCharsets.ISO_8859_1);
        return text.matches("[\\w.]{1,4} *") ? text : "none";
    }
}
