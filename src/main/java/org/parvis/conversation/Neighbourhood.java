package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.journal.Activity;
import org.parvis.journal.ChangeListener;
import org.parvis.journal.Kept;
import org.parvis.journal.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks around a post: what is the same for everybody who reads there, kept in memory. */
@Component
class Neighbourhood implements ChangeListener {

    private static final int NEIGHBOURS = 3;
    private static final int PLACES = 5_000;

    private final JdbcClient jdbc;
    private final Kept<Surroundings> places;

    Neighbourhood(JdbcClient jdbc) {
        this.jdbc = jdbc;
        places = new Kept<>(PLACES, place -> 1, this::load);
    }

    /** For somebody who has been given the post to read. */
    Surroundings of(Post post) {
        var place = place(post);
        var around = places.of(List.of(place)).get(place);
        return around == null ? Surroundings.NOWHERE : around.without(post, NEIGHBOURS);
    }

    // Communities by their number, walls by that of whose they are, below zero.
    private static long place(Post post) {
        var community = Posts.communityOf(post);
        return community == null ? -post.author().id().value() : community.value();
    }

    private Map<Long, Surroundings> load(Set<Long> asked) {
        var found = new HashMap<Long, Surroundings>();
        asked.forEach(place -> found.put(place, place < 0 ? wall(-place) : community(place)));
        return found;
    }

    private Surroundings community(long id) {
        return read(id, "p.community_id = :id", id);
    }

    private Surroundings wall(long author) {
        return read(0, "p.community_id is null and p.author_id = :id", author);
    }

    private Surroundings read(long community, String there, long id) {
        return jdbc.sql("""
                select coalesce((select members from community where id = :community), 0) as members,
                       coalesce((select access = 'open' from community where id = :community), true) as open,
                       array(select p.id || ' ' || left(coalesce(p.title, p.text), 500)
                               from post p
                              where %s and p.deleted_at is null and p.hidden_at is null
                              order by p.published_at desc, p.id desc
                              limit :neighbours) as neighbours
                """.formatted(there))
                .param("community", community)
                .param("id", id)
                .param("neighbours", NEIGHBOURS + 1)
                .query((row, number) -> Surroundings.of(row.getLong("members"), row.getBoolean("open"), (String[])
                        row.getArray("neighbours").getArray()))
                .single();
    }

    @Override
    public void changed(List<Activity> changes) {
        var posts = new HashSet<Long>();
        for (var change : changes) {
            var object = change.object();
            var audience = change.audience();
            drop(object);
            drop(change.target());
            if (object.is(Posts.KIND)) {
                posts.add(object.id());
                if (audience != null) places.drop(place(audience));
            }
        }
        // It may have stood elsewhere before.
        if (!posts.isEmpty()) places.dropIf((place, around) -> around.shows(posts));
    }

    // Who comes or goes is counted.
    private void drop(@Nullable Reference place) {
        if (place != null && place.is(Communities.KIND)) places.drop(place.id());
    }

    private static long place(Reference audience) {
        return audience.is(Communities.KIND) ? audience.id() : -audience.id();
    }
}
