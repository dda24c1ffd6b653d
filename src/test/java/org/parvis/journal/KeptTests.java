package org.parvis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class KeptTests {

    private final Map<Long, String> there = new HashMap<>(Map.of(1L, "one", 2L, "two", 3L, "three"));
    private final List<Set<Long>> asked = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private final Kept<String> kept = new Kept<>(1_000, String::length, this::load);

    private Map<Long, String> load(Set<Long> ids) {
        asked.add(Set.copyOf(ids));
        var found = new HashMap<Long, String>();
        ids.stream().filter(there::containsKey).forEach(id -> found.put(id, there.get(id)));
        meanwhile.run();
        return found;
    }

    @Test
    void asksOnceForAllThatIsMissing() {
        assertThat(kept.of(List.of(1L, 2L))).containsOnly(Map.entry(1L, "one"), Map.entry(2L, "two"));
        assertThat(kept.of(List.of(1L, 2L, 3L))).hasSize(3);
        assertThat(kept.of(List.of(3L, 1L))).hasSize(2);
        assertThat(asked).containsExactly(Set.of(1L, 2L), Set.of(3L));
    }

    @Test
    void whatIsNotThereIsAskedAgain() {
        assertThat(kept.of(List.of(4L))).isEmpty();
        there.put(4L, "four");
        assertThat(kept.of(List.of(4L))).containsEntry(4L, "four");
    }

    @Test
    void whatIsDroppedIsReadAnew() {
        kept.of(List.of(1L, 2L));
        there.replaceAll((id, value) -> value.toUpperCase(java.util.Locale.ROOT));
        kept.drop(1);
        assertThat(kept.of(List.of(1L, 2L))).containsEntry(1L, "ONE").containsEntry(2L, "two");
        kept.dropIf((id, value) -> value.equals("two"));
        assertThat(kept.of(List.of(2L))).containsEntry(2L, "TWO");
        kept.dropAll();
        there.put(1L, "uno");
        assertThat(kept.of(List.of(1L))).containsEntry(1L, "uno");
    }

    @Test
    void whatWasReadBeforeADropIsNotKeptAfterIt() {
        for (Runnable drop : List.<Runnable>of(
                () -> kept.drop(1), kept::dropAll, () -> kept.dropIf((id, value) -> value.startsWith("o")))) {
            there.put(1L, "old");
            meanwhile = () -> {
                there.put(1L, "new");
                drop.run();
            };
            assertThat(kept.of(List.of(1L))).containsEntry(1L, "old");
            meanwhile = () -> {};
            assertThat(kept.of(List.of(1L))).containsEntry(1L, "new");
            kept.dropAll();
        }
    }
}
