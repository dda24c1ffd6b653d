package org.parvis.links;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.files.Pictures;

/**
 * What a card says of an address; all of it plain text.
 *
 * @param href where it leads
 * @param within whether that is here: the card was made for this reader
 * @param site whose it is; of another site its host, which nobody can choose freely
 * @param description empty when there is none
 * @param picture the file of a square picture, or null
 */
public record Preview(
        String href,
        boolean within,
        String site,
        String title,
        String description,
        @Nullable Long picture) {

    private static final int SIDE = 256;

    /** Where the picture is, for whoever may read the post; null when there is none. */
    public @Nullable String image() {
        return picture == null ? null : Pictures.address(picture, SIDE);
    }
}
