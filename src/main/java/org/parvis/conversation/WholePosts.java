package org.parvis.conversation;

import org.parvis.people.Viewer;
import org.parvis.platform.database.JsonRows;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives posts that are about to be shown the parts that other modules know of. */
@Component
public class WholePosts {

    private final Contents contents;
    private final PartReader parts;

    WholePosts(Contents contents, PartReader parts) {
        this.contents = contents;
        this.parts = parts;
    }

    /** In the same order; without those that have gone since. */
    public List<Post> read(Viewer viewer, List<Reading> readings) {
        return read(viewer, readings, List.of());
    }

    /** As {@link #read(Viewer, List)}, and what the page shows beside them in the same statement as their parts. */
    public List<Post> read(Viewer viewer, List<Reading> readings, List<JsonRows<?>> beside) {
        var posts = readings.isEmpty() ? Map.<PostId, Post>of() : contents.posts(viewer, readings);
        return parts.read(
                viewer,
                readings.stream()
                        .map(reading -> posts.get(reading.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                beside);
    }

    /** As {@link #read(Viewer, List)}. */
    public Slice<Post> read(Viewer viewer, Slice<Reading> readings) {
        return new Slice<>(read(viewer, readings.items()), readings.next());
    }

    Post of(Viewer viewer, Post post) {
        return parts.read(viewer, List.of(post), List.of()).getFirst();
    }
}
