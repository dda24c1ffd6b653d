package org.parvis.conversation;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Page;

/** What a higher module knows of one post, as one viewer has it; null wherever it has nothing to show. */
public interface PostPart {

    /** Under the text and its files. */
    @Nullable
    Content body(Page page);

    /** In the menu of what the viewer may do with it; {@code full} above its thread, not in a list. */
    @Nullable
    Content action(Page page, boolean full);

    /** In the API, of the type that {@link PostParts#json} says. */
    @Nullable
    Object json();
}
