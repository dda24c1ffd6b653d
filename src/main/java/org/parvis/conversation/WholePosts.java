package org.parvis.conversation;

import org.parvis.people.Viewer;
import org.parvis.platform.web.Slice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Gives posts that are about to be shown the parts that other modules know of. */
@Component
public class WholePosts {

    private final Contents contents;
    private final ObjectProvider<PostParts> kinds;

    WholePosts(Contents contents, ObjectProvider<PostParts> kinds) {
        this.contents = contents;
        this.kinds = kinds;
    }

    /** In the same order; without those that have gone since. */
    public List<Post> read(Viewer viewer, List<Reading> readings) {
        if (readings.isEmpty()) return List.of();
        var posts = contents.posts(viewer, readings);
        return of(
                viewer,
                readings.stream()
                        .map(reading -> posts.get(reading.id()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** As {@link #read(Viewer, List)}. */
    public Slice<Post> read(Viewer viewer, Slice<Reading> readings) {
        return new Slice<>(read(viewer, readings.items()), readings.next());
    }

    /** In the same order. */
    List<Post> of(Viewer viewer, List<Post> posts) {
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
