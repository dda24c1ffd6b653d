package org.parvis.platform.files;

import static java.util.Map.entry;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What every browser of today plays in place, by what its content says, and the type it is handed out as. No other type
 * ever leaves to be played, and none of these can carry a script.
 */
final class Playable {

    private static final Map<String, String> TYPES = Map.ofEntries(
            entry("video/mp4", "video/mp4"),
            entry("video/webm", "video/webm"),
            entry("audio/mpeg", "audio/mpeg"),
            entry("audio/mp4", "audio/mp4"),
            entry("audio/webm", "audio/webm"),
            entry("audio/vorbis", "audio/ogg"),
            entry("audio/opus", "audio/ogg"),
            entry("audio/vnd.wave", "audio/wav"),
            entry("audio/x-flac", "audio/flac"));

    private Playable() {}

    /** The type it is played as, or null where it is there to be saved only. */
    static @Nullable String type(String mediaType) {
        return TYPES.get(mediaType);
    }
}
