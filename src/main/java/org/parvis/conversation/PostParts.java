package org.parvis.conversation;

import org.parvis.people.Viewer;

import java.util.List;
import java.util.Map;

/** Slot for what a higher module knows of posts: loaded for all of a page together, wherever they are shown. */
public interface PostParts {

    /** The field of a post in the API that holds it, or null. */
    String field();

    /** The record in that field. */
    Class<?> json();

    /**
     * The part of each of these posts that has one, all of which the viewer may read; at most two statements, and none
     * where no post can have one.
     */
    Map<PostId, ? extends PostPart> of(Viewer viewer, List<Post> posts);
}
