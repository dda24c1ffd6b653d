package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * A file somebody attached to what they wrote.
 *
 * @param mediaType as its content says
 * @param size in bytes, of what a reader saves
 * @param width of a picture, of its largest size; null for what has no preview
 * @param alt what a picture shows, for who does not see it; empty when nobody said
 */
public record Attachment(
        long id,
        String name,
        String mediaType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        String alt) {

    public boolean picture() {
        return width != null && height != null;
    }

    /** Where it is saved from. */
    public String href() {
        return "/files/" + id;
    }

    /** Of a picture, the size whose longest side has this many pixels: 320, 640, 1280 or 2048. */
    public String href(int side) {
        return Pictures.address(id, side);
    }

    /** The sizes of a picture for {@code srcset}: none is wider than the picture. */
    public String sources() {
        var sources = new StringBuilder();
        for (var side : Shape.WHOLE.sizes()) {
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

    /** The drawing of what kind of thing it is. */
    public String icon() {
        return FileKind.of(mediaType).icon();
    }
}
