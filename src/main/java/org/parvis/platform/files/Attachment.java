package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.text.Figure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A file somebody attached to what they wrote.
 *
 * @param mediaType as its content says
 * @param size in bytes, of what a reader saves
 * @param width of a picture, of a film's, or of the first page of a document, in its largest size; null for what has no preview
 * @param pages of a document, or its slides; null until somebody has counted them, and of everything else
 * @param alt what a picture shows, for who does not see it; empty when nobody said
 * @param spoken what is said in a film or in sound, for who does not hear it
 */
public record Attachment(
        long id,
        String name,
        String mediaType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer pages,
        String alt,
        Spoken spoken) {

    /** Whether it is a picture of which there are sizes to be shown. */
    public boolean picture() {
        return previewed() && FileKind.of(mediaType) == FileKind.PICTURE;
    }

    /** The pictures among these, as a text may show them in place. */
    public static Map<Long, Figure> figures(List<Attachment> files) {
        return files.stream().filter(Attachment::picture).collect(Collectors.toMap(Attachment::id, Attachment::figure));
    }

    private Figure figure() {
        return new Figure(
                href(2048),
                href(640),
                sources(),
                Objects.requireNonNullElse(width, 1),
                Objects.requireNonNullElse(height, 1),
                alt.isEmpty() ? name : alt);
    }

    /** Whether there is something to be seen of it: a picture itself, a film's, or the first page of a document. */
    public boolean previewed() {
        return width != null && height != null;
    }

    /** Whether it is film or sound that browsers play in place. */
    public boolean playable() {
        return Playable.type(mediaType) != null;
    }

    /** Whether it is played where there is something to see: a film, or captions. */
    public boolean watched() {
        return mediaType.startsWith("video/") || !spoken.captions().isEmpty();
    }

    /** Whether it is film or sound that can only be saved. */
    public boolean unplayable() {
        var kind = FileKind.of(mediaType);
        return (kind == FileKind.VIDEO || kind == FileKind.SOUND) && !playable();
    }

    /** Whether it is a picture that can only be saved. */
    public boolean unshown() {
        return FileKind.of(mediaType) == FileKind.PICTURE && !previewed();
    }

    Attachment saying(String transcript) {
        return new Attachment(
                id, name, mediaType, size, width, height, pages, alt, new Spoken(transcript, spoken.captions()));
    }

    /** Where it is played from. */
    public String playHref() {
        return href() + "/play";
    }

    public String captionsHref(String language) {
        return href() + "/captions/" + language;
    }

    /** Where it is saved from. */
    public String href() {
        return "/files/" + id;
    }

    /** Of a preview, the size whose longest side has this many pixels: 320 or 1280, of a picture 640 or 2048 as well. */
    public String href(int side) {
        return Pictures.address(id, side);
    }

    /** The sizes of a preview for {@code srcset}: none is wider than the largest. */
    public String sources() {
        var sources = new StringBuilder();
        for (var side : (picture() ? Shape.WHOLE : Shape.PAGE).sizes()) {
            var wide = Math.min(width(side), Objects.requireNonNullElse(width, 0));
            sources.append(sources.isEmpty() ? "" : ", ")
                    .append(href(side))
                    .append(' ')
                    .append(wide)
                    .append('w');
        }
        return sources.toString();
    }

    private int width(int side) {
        var wide = Objects.requireNonNullElse(width, side);
        var longest = Math.max(wide, Objects.requireNonNullElse(height, side));
        return Math.max(1, Math.round((float) wide * Math.min(side, longest) / longest));
    }

    /** Whether its pages are slides. */
    public boolean slides() {
        return FileKind.of(mediaType) == FileKind.SLIDES;
    }

    /** The drawing of what kind of thing it is. */
    public String icon() {
        return FileKind.of(mediaType).icon();
    }
}
