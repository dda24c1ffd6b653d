package org.parvis.conversation;

import static java.util.stream.Collectors.toMap;

import org.parvis.people.Viewer;
import org.parvis.platform.database.Columns;
import org.parvis.platform.database.JsonRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the parts of a page's posts: those of all kinds in one statement, and in none where no post can have one. */
@Component
class PartReader {

    private final JdbcClient jdbc;
    private final List<PostParts<?>> kinds;

    PartReader(JdbcClient jdbc, List<PostParts<?>> kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds;
    }

    /** The posts in the same order; what the page shows {@code beside} them is read with their parts. */
    List<Post> read(Viewer viewer, List<Post> posts, List<JsonRows<?>> beside) {
        var page = Map.of(
                "viewer", viewer.id().value(),
                "language", viewer.locale().getLanguage(),
                "posts", Columns.numbers(posts, post -> post.id().value()));
        var asked = kinds.stream()
                .<Asked<?>>map(kind -> Asked.of(kind, viewer, posts, page))
                .toList();
        var statement = new ArrayList<>(beside);
        asked.forEach(one -> statement.add(one.rows()));
        JsonRows.read(jdbc, statement);
        var found = asked.stream().map(Asked::parts).toList();
        return posts.stream().map(post -> post.with(of(post, found))).toList();
    }

    private Map<String, Optional<PostPart>> of(Post post, List<Map<PostId, PostPart>> found) {
        var parts = new LinkedHashMap<String, Optional<PostPart>>();
        for (int i = 0; i < kinds.size(); i++) {
            parts.put(kinds.get(i).field(), Optional.ofNullable(found.get(i).get(post.id())));
        }
        return parts;
    }

    /** What is asked of one kind: the parts of those posts that may have one. */
    private record Asked<R extends PostParts.Row>(
            PostParts<R> kind, Viewer viewer, List<Post> posts, JsonRows<R> rows) {

        static <R extends PostParts.Row> Asked<R> of(
                PostParts<R> kind, Viewer viewer, List<Post> all, Map<String, ?> page) {
            var posts = all.stream().filter(kind::mayHave).toList();
            var parameters = new HashMap<String, Object>(page);
            parameters.putAll(kind.parameters(posts));
            return new Asked<>(
                    kind, viewer, posts, new JsonRows<>(kind.row(), kind.query(), parameters, !posts.isEmpty()));
        }

        Map<PostId, PostPart> parts() {
            var read = rows.found().stream().collect(toMap(PostParts.Row::postId, Function.identity()));
            var parts = new HashMap<PostId, PostPart>();
            for (var post : posts) {
                var row = read.get(post.id().value());
                var part = row == null ? null : kind.part(viewer, post, row);
                if (part != null) parts.put(post.id(), part);
            }
            return parts;
        }
    }
}
