package org.parvis.conversation;

import org.parvis.people.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives posts that are about to be shown the parts that other modules know of. */
@Component
public class WholePosts {

    private final ObjectProvider<PostParts> kinds;

    WholePosts(ObjectProvider<PostParts> kinds) {
        this.kinds = kinds;
    }

    /** In the same order. */
    public List<Post> of(Viewer viewer, List<Post> posts) {
        if (posts.isEmpty()) return posts;
        var found = new LinkedHashMap<String, Map<PostId, ? extends PostPart>>();
        kinds.orderedStream().forEach(kind -> found.put(kind.field(), kind.of(viewer, posts)));
        return posts.stream().map(post -> post.with(of(post, found))).toList();
    }

    Post of(Viewer viewer, Post post) {
        return of(viewer, List.of(post)).getFirst();
    }

    private static Map<String, Optional<PostPart>> of(Post post, Map<String, Map<PostId, ? extends PostPart>> found) {
        var parts = new LinkedHashMap<String, Optional<PostPart>>();
        found.forEach((field, ofAll) -> parts.put(field, Optional.ofNullable(ofAll.get(post.id()))));
        return parts;
    }
}
