package org.parvis.imports.people;

import org.parvis.imports.Remark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Everything about a directory that can be decided without a database: who is a person, whose address is whose, who
 * reports to whom. Every row ends as a person, as no person, as a duplicate or as unusable, and the numbers add up.
 *
 * @param skipped rows that are no person
 * @param duplicates rows whose id another row has already taken
 * @param withoutKey rows with neither id nor address: the next import could not know them again
 * @param unread lines that could not be read at all
 * @param lost what stands in them: whoever is among it is not gone from the file
 * @param sharedAddresses people whose address others have too
 * @param remarks in the order of their lines
 */
public record DirectoryPlan(
        FileFigures figures,
        List<PlannedPerson> people,
        List<PlannedGroup> groups,
        Map<NoPerson, Integer> skipped,
        int duplicates,
        int withoutKey,
        int unread,
        Set<String> lost,
        int sharedAddresses,
        List<Remark> remarks) {

    // What may stand between the values of a line, whatever it was meant to be.
    private static final Pattern BETWEEN = Pattern.compile("[,;\\t|\"\\r\\n]|: ");

    public static DirectoryPlan of(Directory directory) {
        return new Census(directory).plan();
    }

    /** Rows go in, one by one, and find their place. */
    private static final class Census {

        private final Directory directory;
        private final List<Remark> remarks;
        private final Map<String, DirectoryEntry> people = new LinkedHashMap<>();
        private final Map<String, DirectoryEntry> vacancies = new LinkedHashMap<>();
        private final Map<NoPerson, Integer> skipped = new EnumMap<>(NoPerson.class);
        private int duplicates;
        private int withoutKey;

        Census(Directory directory) {
            this.directory = directory;
            this.remarks = new ArrayList<>(directory.remarks());
        }

        DirectoryPlan plan() {
            directory.entries().forEach(this::place);
            var addresses = new Addresses(directory.entries(), remarks::add);
            var lines = new ReportingLines(directory.entries(), people, vacancies, addresses, remarks::add);
            var managers = lines.managers();
            var planned = people.entrySet().stream()
                    .map(person -> new PlannedPerson(
                            person.getKey(),
                            person.getValue(),
                            addresses.personal(person.getValue()),
                            addresses.contact(person.getValue()),
                            managers.get(person.getKey())))
                    .toList();
            var groups = directory.groups().stream()
                    .map(group -> planned(group, lines))
                    .toList();
            var shared = planned.stream()
                    .filter(person -> person.contactAddress() != null && person.personalAddress() == null)
                    .toList();
            shared.forEach(person -> remarks.add(Remark.at(
                    person.entry().line(), "imports.line.shared-address", String.valueOf(person.contactAddress()))));
            remarks.sort(Comparator.comparingLong(Remark::line));
            return new DirectoryPlan(
                    FileFigures.of(directory.entries()),
                    planned,
                    groups,
                    Map.copyOf(skipped),
                    duplicates,
                    withoutKey,
                    directory.lost().size(),
                    words(directory.lost()),
                    shared.size(),
                    List.copyOf(remarks));
        }

        private static Set<String> words(List<String> lines) {
            return lines.stream()
                    .flatMap(BETWEEN::splitAsStream)
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toSet());
        }

        private void place(DirectoryEntry entry) {
            var reason = entry.left() ? NoPerson.LEFT : NoPerson.in(entry.name());
            var key = entry.key();
            if (reason != null) {
                skipped.merge(reason, 1, Integer::sum);
                remarks.add(Remark.at(entry.line(), reason.code(), Values.excerpt(entry.name())));
                if (key != null) {
                    vacancies.putIfAbsent(key, entry);
                }
            } else if (key == null) {
                withoutKey++;
                remarks.add(Remark.at(entry.line(), "imports.line.no-key", Values.excerpt(entry.name())));
            } else {
                var first = people.putIfAbsent(key, entry);
                if (first != null) {
                    duplicates++;
                    remarks.add(Remark.at(
                            entry.line(), "imports.line.duplicate", Values.excerpt(key), String.valueOf(first.line())));
                }
            }
        }

        private PlannedGroup planned(DirectoryGroup group, ReportingLines lines) {
            var members = group.members().stream()
                    .map(member -> member(group, member, lines))
                    .filter(member -> !member.isEmpty())
                    .distinct()
                    .toList();
            return new PlannedGroup(group.dn(), group.name(), members);
        }

        private String member(DirectoryGroup group, String name, ReportingLines lines) {
            var member = lines.personCalled(name);
            if (member == null) {
                remarks.add(Remark.at(group.line(), "imports.line.unknown-member", group.name(), Values.excerpt(name)));
            }
            return Objects.requireNonNullElse(member, "");
        }
    }
}
