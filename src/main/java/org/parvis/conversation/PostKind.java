package org.parvis.conversation;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.communities.CommunityId;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.springframework.util.MultiValueMap;

import java.util.Set;

/**
 * Slot for a kind of post, which a higher module may fill: what its form asks beside title and text, and how that is kept.
 * What it shows of its posts is a {@link PostPart} of {@link PostParts}.
 *
 * @param <D> what is asked: a record, which programs write in the field named as the kind; all null when they do not
 */
public interface PostKind<D> {

    /** As the database and the API write it. */
    String code();

    /** Its place among the composer's tabs. */
    int order();

    String icon();

    /**
     * What its words begin with, as {@code polls.kind}: {@code .name}, {@code .new} above its form, {@code .text} the label
     * of its text, {@code .publish} its button; where it is {@link #titled()} also {@code .title}, the label of that.
     */
    String messages();

    /** Whether its posts carry a title. */
    boolean titled();

    /** The longest text, in characters. */
    default int longest() {
        return Posts.TEXT;
    }

    /** The most files. */
    default int files() {
        return Attachments.MOST;
    }

    /** Whether its text is laid out with headings, with pictures among the words and one above them. */
    default boolean laidOut() {
        return false;
    }

    /** Whether title and files say enough without a text. */
    default boolean wordless() {
        return false;
    }

    /** Whether the viewer, who owns a community or does not, may write such posts somewhere. No statement. */
    default boolean offered(Viewer viewer, boolean owner) {
        return true;
    }

    /** Whether the viewer may write them in this place, in which they may post; null is their wall. No statement. */
    default boolean offered(Viewer viewer, @Nullable Community place) {
        return true;
    }

    /** The names of what {@link #beside} and {@link #fields} ask, kept while the author looks at another kind. */
    default Set<String> asks() {
        return Set.of();
    }

    /** What its form asks beside the place; as {@link #fields}. */
    default @Nullable Content beside(Page page, Viewer viewer, Composing composing) {
        return null;
    }

    /** What its form asks under the text, holding what {@link Composing#typed was typed}; at most two statements. */
    default @Nullable Content fields(Page page, Viewer viewer, Composing composing) {
        return null;
    }

    Class<D> details();

    /** What stands in its form. */
    D typed(MultiValueMap<String, String> form);

    /** Puts what a program asked into the fields of the form, so that {@link #typed} reads the same there. No statement. */
    default void fill(MultiValueMap<String, String> form, Viewer author, D details) {}

    /** Keeps what a form that rewords such a post asks beside its text, in the same transaction. */
    default void reworded(PostId post, MultiValueMap<String, String> form) {}

    /**
     * Keeps what was asked, in the transaction that wrote the post.
     *
     * @throws Invalid naming the fields of {@link #details()}: nothing is published
     * @throws Forbidden when the author may not write such posts there
     */
    void keep(Viewer author, PostId post, @Nullable CommunityId community, D details);
}
