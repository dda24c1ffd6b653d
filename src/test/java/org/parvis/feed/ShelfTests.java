package org.parvis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parvis.platform.web.Cursor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

class ShelfTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    private final Shelf shelf = new Shelf(10);

    private static Candidate post(long id, long published, long active) {
        return new Candidate(
                id, 1, 1, true, null, null, at(published), at(active), new long[0], new long[0], new long[0]);
    }

    private static Instant at(long minute) {
        return MONDAY.plusSeconds(60 * minute);
    }

    private List<Long> first(View view, int limit) {
        return ids(shelf.find(view, Cursor.NEWEST, limit, post -> true)).orElseThrow();
    }

    private static Optional<List<Long>> ids(Optional<List<Candidate>> found) {
        return found.map(all -> all.stream().map(Candidate::id).toList());
    }

    @Test
    void ordersByActivityAndByPublication() {
        shelf.fill(List.of(post(1, 1, 9), post(2, 2, 2), post(3, 3, 5)));
        assertThat(first(View.FOR_ME, 3)).containsExactly(1L, 3L, 2L);
        assertThat(first(View.FOLLOWING, 3)).containsExactly(3L, 2L, 1L);
        shelf.put(2, post(2, 2, 10));
        assertThat(first(View.FOR_ME, 5)).containsExactly(2L, 1L, 3L);
        shelf.put(1, null);
        assertThat(first(View.FOR_ME, 5)).containsExactly(2L, 3L);
        assertThat(first(View.FOLLOWING, 5)).containsExactly(3L, 2L);
    }

    @Test
    void goesOnAfterACursor() {
        shelf.fill(LongStream.rangeClosed(1, 8).mapToObj(n -> post(n, 5, 5)).toList());
        var found = shelf.find(View.FOR_ME, Cursor.at(at(5), 4), 2, post -> true);
        assertThat(ids(found)).hasValue(List.of(3L, 2L));
    }

    @Test
    void answersNothingWhereItDoesNotKnowAll() {
        shelf.fill(LongStream.rangeClosed(1, 11).mapToObj(n -> post(n, n, n)).toList());
        assertThat(first(View.FOR_ME, 10)).hasSize(10).startsWith(11L).endsWith(2L);
        assertThat(shelf.find(View.FOR_ME, Cursor.NEWEST, 11, post -> true)).isEmpty();
        assertThat(shelf.find(View.FOR_ME, Cursor.NEWEST, 2, post -> post.id() < 3))
                .isEmpty();
    }

    @Test
    void whatIsOldAndHasBecomeActiveDoesNotHideWhatWasPublishedSince() {
        shelf.fill(LongStream.rangeClosed(10, 20).mapToObj(n -> post(n, n, n)).toList());
        shelf.put(1, post(1, 1, 30));
        assertThat(first(View.FOR_ME, 1)).containsExactly(1L);
        assertThat(shelf.find(View.FOLLOWING, Cursor.NEWEST, 11, post -> true)).isEmpty();
        assertThat(first(View.FOLLOWING, 10)).doesNotContain(1L);
    }

    @Test
    void growsNoFartherThanAQuarterBeyondTheMost() {
        shelf.fill(List.of());
        for (long n = 1; n <= 40; n++) {
            shelf.put(n, post(n, n, n));
        }
        assertThat(first(View.FOR_ME, 5)).containsExactly(40L, 39L, 38L, 37L, 36L);
        assertThat(shelf.find(View.FOR_ME, Cursor.NEWEST, 13, post -> true)).isEmpty();
    }
}
