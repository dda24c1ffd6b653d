package org.parvis.demo;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Access;
import org.parvis.communities.BroughtCommunity;
import org.parvis.communities.PastCommunities;
import org.parvis.communities.Purpose;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The communities of the demo company. */
@Component
class Groups {

    private static final int OLDEST_DAYS = 200;

    private final PastCommunities communities;
    private final Clock clock;

    Groups(PastCommunities communities, Clock clock) {
        this.communities = communities;
        this.clock = clock;
    }

    Map<String, Group> form(String source, Map<String, Colleague> staff) {
        var groups = new LinkedHashMap<String, Group>();
        for (var entry : Script.entries("communities.yaml")) {
            var group = form(source, entry, staff);
            groups.put(group.key(), group);
        }
        return groups;
    }

    private Group form(String source, Map<String, Object> entry, Map<String, Colleague> staff) {
        var key = Script.text(entry, "key");
        var owners = named(Script.texts(entry, "owners"), staff);
        var members = Stream.concat(owners.stream(), members(entry, key, staff).stream())
                .distinct()
                .toList();
        var age = Duration.ofDays(OLDEST_DAYS + (long) (Dice.roll(key) * OLDEST_DAYS));
        var community = new BroughtCommunity(
                key,
                Script.text(entry, "name"),
                Script.text(entry, "description"),
                Purpose.of(Script.text(entry, "purpose")),
                Access.of(Script.text(entry, "access")),
                Script.yes(entry, "listed"),
                (Integer) entry.get("tone"),
                clock.instant().minus(age),
                Script.yes(entry, "archived"),
                owners.stream().map(Colleague::id).toList(),
                members.stream().map(Colleague::id).toList());
        var found = communities.bring(source, List.of(community));
        return new Group(
                key,
                Objects.requireNonNull(found.get(key)).id(),
                Script.text(entry, "purpose").equals("leisure"),
                members);
    }

    private static List<Colleague> members(Map<String, Object> entry, String key, Map<String, Colleague> staff) {
        if (entry.get("members") instanceof Map<?, ?>) {
            return matching(Script.parts(Script.part(entry, "members"), "match"), key, staff.values());
        } else {
            return named(Script.texts(entry, "members"), staff);
        }
    }

    private static List<Colleague> named(List<String> keys, Map<String, Colleague> staff) {
        return keys.stream()
                .map(key -> Objects.requireNonNull(staff.get(key), key))
                .toList();
    }

    // Whoever fits one of the rules is in; “share” takes a part of those who fit, always the same.
    private static List<Colleague> matching(
            List<Map<String, Object>> rules, String community, Collection<Colleague> staff) {
        return staff.stream()
                .filter(one -> rules.stream()
                        .anyMatch(rule -> fits(rule.get("site"), one.site())
                                && Dice.roll(community + one.key()) < share(rule.get("share"))))
                .toList();
    }

    private static boolean fits(@Nullable Object allowed, String value) {
        return allowed == null || allowed instanceof List<?> list && list.contains(value);
    }

    private static double share(@Nullable Object share) {
        return share instanceof Number number ? number.doubleValue() : 1;
    }
}
