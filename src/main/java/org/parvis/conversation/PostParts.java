package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;

import java.util.List;
import java.util.Map;

/**
 * Slot for what a higher module knows of posts. All of it is read in one statement for the posts of a page, whatever kinds
 * the page mixes ({@link WholePosts}).
 *
 * @param <R> a row of its query: a record whose components are named as the columns, in camel case
 */
public interface PostParts<R extends PostParts.Row> {

    /** What a query says of one post. It comes as JSON, and so do its arrays and what it puts into objects. */
    interface Row {

        long postId();
    }

    /** The field of a post in the API that holds it, or null. */
    String field();

    /** The record in that field. */
    Class<?> json();

    /** Whether a post can have one: of the kind that is named as the field. Where no post of a page can, none is asked for. */
    default boolean mayHave(Post post) {
        return post.kind().equals(field());
    }

    /**
     * An SQL query of at most one row for each of {@code :posts}, all of which {@code :viewer} may read; {@code :language} is
     * the viewer's.
     */
    String query();

    /** What else its query needs to know of these posts, which may have one, under names that no other query uses. */
    default Map<String, ?> parameters(List<Post> posts) {
        return Map.of();
    }

    Class<R> row();

    /** Null when it has none after all. No statement. */
    @Nullable
    PostPart part(Viewer viewer, Post post, R row);
}
