package org.parvis.feed;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.conversation.Posts;
import org.parvis.conversation.Topics;
import org.parvis.journal.Activity;
import org.parvis.journal.ChangeListener;
import org.parvis.journal.JournalLag;
import org.parvis.journal.Reference;
import org.parvis.people.People;
import org.parvis.platform.database.Writing;
import org.parvis.platform.web.Cursor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The posts of the company in which something happened last, in memory: most pages of a feed are found among them without
 * asking the database. What is found here is a proposal: whether the viewer may read it is asked afterwards, in the query
 * that reads the page.
 */
@Component
class LatestPosts implements ChangeListener {

    private static final Logger log = LoggerFactory.getLogger(LatestPosts.class);
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;
    private final JournalLag lag;
    private volatile Shelf shelf = new Shelf(MOST);
    private volatile boolean ready;

    /** What may stand otherwise on the shelf than in the database. */
    private record Changed(Set<Long> posts, Set<Long> people, Set<Long> places, boolean everything) {

        static Changed nothing() {
            return new Changed(new HashSet<>(), new HashSet<>(), new HashSet<>(), false);
        }

        boolean concerns(Candidate post) {
            return post.isOnWall() ? people.contains(post.author()) : places.contains(post.community());
        }
    }

    // Counted, so that nobody goes on before what they wait for is on the shelf.
    private final Object noting = new Object();
    private Changed noted = Changed.nothing();
    private volatile long changes;
    private volatile long applied;

    LatestPosts(JdbcClient jdbc, JournalLag lag) {
        this.jdbc = jdbc;
        this.lag = lag;
    }

    /** What comes to a view after a cursor, as many as asked for; nothing where memory ends before. */
    Optional<List<Candidate>> find(View view, Interests interests, Cursor after, int limit) {
        if (!ready || lag.isLate() || Writing.isUnderWay()) return Optional.empty();
        if (!catchUp()) return Optional.empty();
        return shelf.find(view, after, limit, post -> interests.bring(view, post));
    }

    /** These posts, wherever they are; those that are not there are left out. */
    Map<Long, Candidate> of(List<Long> ids) {
        var found = new HashMap<Long, Candidate>();
        var missing = new ArrayList<Long>();
        for (var id : ids) {
            var known = ready ? shelf.get(id) : null;
            if (known == null) {
                missing.add(id);
            } else {
                found.put(id, known);
            }
        }
        if (!missing.isEmpty()) load(missing).forEach(post -> found.put(post.id(), post));
        return found;
    }

    /** Begins with what the database has. What is committed from now on is heard of. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var latest = jdbc.sql("""
                select %s
                  from (select * from post where deleted_at is null order by active_at desc, id desc limit :most) p
                  %s
                """.formatted(Candidate.COLUMNS, Candidate.JOINS))
                .param("most", MOST + 1)
                .query(Candidate::of)
                .list();
        // Filled before anybody sees it: a few would be taken for all there are.
        var fresh = new Shelf(MOST);
        fresh.fill(latest);
        shelf = fresh;
        ready = true;
    }

    private List<Candidate> load(List<Long> ids) {
        return jdbc.sql("select %s from post p %s where p.id = any (:ids) and p.deleted_at is null"
                        .formatted(Candidate.COLUMNS, Candidate.JOINS))
                .param("ids", ids.toArray(Long[]::new))
                .query(Candidate::of)
                .list();
    }

    @Override
    public void changed(List<Activity> activities) {
        synchronized (noting) {
            for (var activity : activities) {
                note(activity.object());
                note(activity.target());
                if (activity.changes(People.KIND)) add(noted.people(), activity.object());
                if (activity.changes(Communities.KIND)) add(noted.places(), activity.object());
                if (activity.changes(Topics.KIND)) {
                    noted = new Changed(noted.posts(), noted.people(), noted.places(), true);
                    changes++;
                }
            }
        }
    }

    private void note(@Nullable Reference changed) {
        if (changed != null && changed.is(Posts.KIND)) add(noted.posts(), changed);
    }

    private void add(Set<Long> ids, Reference changed) {
        ids.add(changed.id());
        changes++;
    }

    private boolean catchUp() {
        var awaited = changes;
        if (applied < awaited) apply(awaited);
        return applied >= awaited;
    }

    private synchronized void apply(long awaited) {
        if (applied >= awaited) return;
        Changed now;
        long upTo;
        synchronized (noting) {
            now = noted;
            upTo = changes;
            noted = Changed.nothing();
        }
        try {
            if (now.everything()) {
                begin();
            } else {
                renew(now);
            }
            applied = upTo;
        } catch (DataAccessException problem) {
            log.warn("What has changed could not be read, and is read anew", problem);
            synchronized (noting) {
                noted = new Changed(noted.posts(), noted.people(), noted.places(), true);
                changes++;
            }
        }
    }

    private void renew(Changed now) {
        var ids = new HashSet<>(now.posts());
        if (!now.people().isEmpty() || !now.places().isEmpty()) {
            shelf.forEach(post -> {
                if (now.concerns(post)) ids.add(post.id());
            });
        }
        if (ids.isEmpty()) return;
        var found = new HashMap<Long, Candidate>();
        load(List.copyOf(ids)).forEach(post -> found.put(post.id(), post));
        ids.forEach(id -> shelf.put(id, found.get(id)));
    }
}
