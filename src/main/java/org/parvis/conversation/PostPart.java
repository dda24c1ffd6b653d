package org.parvis.conversation;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Page;

/** What a higher module knows of one post, as one viewer has it; null wherever it has nothing to show. */
public interface PostPart {

    /** What kind of post it is, at the end of the byline: a {@code span.kind}. */
    default @Nullable Content kind(Page page) {
        return null;
    }

    /** Under the text and its files. */
    @Nullable
    Content body(Page page);

    /** At the start of its bar: what one does with such a post. */
    default @Nullable Content bar(Page page) {
        return null;
    }

    /** In the menu of what the viewer may do with it; {@code full} above its thread, not in a list. */
    @Nullable
    Content action(Page page, boolean full);

    /** In the API, of the type that {@link PostParts#json} says. */
    @Nullable
    Object json();
}
