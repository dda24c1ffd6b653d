package org.parvis.feed;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Posts by their latest activity and by their publication, the newest first, down to a moment: of what happened after it
 * none is missing. Read by many, written by one at a time.
 */
final class Shelf {

    private record Key(Instant at, long id) implements Comparable<Key> {

        private static final Comparator<Key> NEWEST_FIRST =
                Comparator.comparing(Key::at).thenComparing(Key::id).reversed();

        @Override
        public int compareTo(Key other) {
            return NEWEST_FIRST.compare(this, other);
        }
    }

    private final int most;
    private final Map<Long, Candidate> posts = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Key, Candidate> byActivity = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<Key, Candidate> byPublication = new ConcurrentSkipListMap<>();

    /** Whatever happened later is here. */
    private volatile Instant end = Instant.MAX;

    /** @param most about how many are kept */
    Shelf(int most) {
        this.most = most;
    }

    /** To begin with: the latest there are, and all of them where they are no more than the most. */
    void fill(List<Candidate> latest) {
        latest.forEach(post -> put(post.id(), post));
        end = latest.size() > most ? byActivity.lastKey().at() : Instant.MIN;
        cutTo(most);
    }

    @Nullable
    Candidate get(long id) {
        return posts.get(id);
    }

    /** As it is now; null: it is not there any more. */
    void put(long id, @Nullable Candidate post) {
        // The new one first: whoever looks meanwhile finds it twice, and not never.
        var before = post == null ? posts.remove(id) : posts.put(id, post);
        if (post != null) {
            byActivity.put(new Key(post.activeAt(), id), post);
            byPublication.put(new Key(post.publishedAt(), id), post);
        }
        if (before != null && (post == null || !before.activeAt().equals(post.activeAt()))) {
            byActivity.remove(new Key(before.activeAt(), id));
        }
        if (before != null && (post == null || !before.publishedAt().equals(post.publishedAt()))) {
            byPublication.remove(new Key(before.publishedAt(), id));
        }
        if (posts.size() > most + most / 4) cutTo(most);
    }

    private void cutTo(int size) {
        while (posts.size() > size) {
            var last = byActivity.lastEntry().getValue();
            if (end.isBefore(last.activeAt())) end = last.activeAt();
            put(last.id(), null);
        }
    }

    void forEach(Consumer<Candidate> consumer) {
        posts.values().forEach(consumer);
    }

    /** The first that are wanted after a cursor; nothing if they are not all known to be here. */
    Optional<List<Candidate>> find(View view, Cursor after, int limit, Predicate<Candidate> wanted) {
        var found = new LinkedHashMap<Long, Candidate>();
        var order = view.byActivity() ? byActivity : byPublication;
        for (var post : order.tailMap(new Key(after.time(), after.id()), false).values()) {
            if (!post.at(view).isAfter(end)) return Optional.empty();
            if (wanted.test(post)) found.putIfAbsent(post.id(), post);
            if (found.size() == limit) return Optional.of(List.copyOf(found.values()));
        }
        return end.equals(Instant.MIN) ? Optional.of(List.copyOf(found.values())) : Optional.empty();
    }
}
