package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.imports.slack.SlackExport;
import org.parvis.imports.slack.SlackUser;
import org.parvis.people.BroughtPerson;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The users of an export as people of ours. An address that several of them have is nobody's. */
record SlackMembers(List<BroughtPerson> people, Set<String> sharedAddresses) {

    private static final int TITLE = 300;
    private static final int EMAIL = 320;

    static SlackMembers of(SlackExport export) {
        var seen = new HashSet<String>();
        var shared = new TreeSet<String>();
        export.users().forEach(user -> {
            var email = email(user);
            if (email != null && !seen.add(email)) {
                shared.add(email);
            }
        });
        var people = export.users().stream()
                .map(user -> person(user, shared))
                .filter(person -> !person.key().isEmpty())
                .toList();
        return new SlackMembers(people, shared);
    }

    /** Someone of whom only the id is known, or the name a program spoke under. */
    static BroughtPerson stranger(String id, String name, boolean program) {
        var slackbot = id.equals("USLACKBOT");
        return new BroughtPerson(
                Clean.key(id),
                slackbot ? "Slackbot" : Clean.line(name, 200, Clean.key(id)),
                null,
                null,
                null,
                program || slackbot);
    }

    private static BroughtPerson person(SlackUser user, Set<String> shared) {
        var email = email(user);
        var title = user.title() == null ? "" : Clean.line(user.title(), TITLE, "");
        return new BroughtPerson(
                Clean.key(user.id()),
                Clean.line(user.name(), 200, Clean.key(user.id())),
                email == null || shared.contains(email) ? null : email,
                title.isEmpty() ? null : title,
                user.timeZone() != null && ZoneId.getAvailableZoneIds().contains(user.timeZone())
                        ? user.timeZone()
                        : null,
                user.bot());
    }

    private static @Nullable String email(SlackUser user) {
        var email =
                user.email() == null ? "" : Clean.line(user.email(), EMAIL, "").toLowerCase(Locale.ROOT);
        return email.matches("[^@\\s]+@[^@\\s]+") ? email : null;
    }
}
