package org.parvis.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many there are.
 *
 * @param byState people of each state, whatever the filter
 * @param found people the filter leaves
 * @param waiting those of them whom nobody has invited and who have an address
 */
public record RosterCounts(Map<String, Long> byState, long found, long waiting) {

    record State(String state, long people, long waiting, long found) {}

    static RosterCounts of(List<State> states) {
        return new RosterCounts(
                states.stream().collect(Collectors.toMap(State::state, State::people)),
                states.stream().mapToLong(State::found).sum(),
                states.stream().mapToLong(State::waiting).sum());
    }

    public long of(String state) {
        return byState.getOrDefault(state, 0L);
    }

    public long all() {
        return byState.values().stream().mapToLong(Long::longValue).sum();
    }
}
