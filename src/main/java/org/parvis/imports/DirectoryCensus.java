package org.parvis.imports;

import org.jspecify.annotations.Nullable;
import org.parvis.imports.people.DirectoryPlan;
import org.parvis.imports.people.PlannedPerson;
import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who of a directory's plan is who in the network, and who of the network is gone from it. Only reads. */
@Repository
@Transactional(readOnly = true)
class DirectoryCensus {

    /** Everyone's place before anything is written; {@code kept} is how many the source had until now. */
    record Census(List<DirectoryMatch> matches, Set<PersonId> gone, long kept, List<Remark> remarks) {}

    /** {@code leaves}: an employee whose account ends when the file has them no more; never an administrator. */
    private record Owner(
            long person,
            String name,
            @Nullable String site,
            String kind,
            @Nullable String directory,
            boolean leaves) {}

    /** The code of the remark on somebody the file has no more: name, key, site. */
    static final String GONE = "imports.file.gone";

    private final JdbcClient jdbc;

    DirectoryCensus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Census take(String source, DirectoryPlan plan) {
        var known = known(source);
        var keys = plan.people().stream().map(PlannedPerson::key).collect(Collectors.toSet());
        var owners = owners();
        var taken = new HashSet<Long>();
        known.forEach((key, owner) -> {
            if (keys.contains(key)) {
                taken.add(owner.person);
            }
        });
        var remarks = new ArrayList<Remark>();
        var matches = new ArrayList<DirectoryMatch>();
        for (var planned : plan.people()) {
            matches.add(match(source, planned, known.get(planned.key()), owners, taken, remarks));
        }
        keepWhoIsLost(plan.lost(), known, owners, taken);
        return new Census(matches, gone(source, known, taken, remarks), kept(source), remarks);
    }

    // Whoever a line is about that could not be read is still in the file.
    private static void keepWhoIsLost(
            Set<String> lost, Map<String, Owner> known, Map<String, Owner> owners, Set<Long> taken) {
        lost.stream()
                .flatMap(word -> Stream.of(known.get(word), owners.get(word.toLowerCase(Locale.ROOT))))
                .filter(Objects::nonNull)
                .forEach(owner -> taken.add(owner.person));
    }

    private static DirectoryMatch match(
            String source,
            PlannedPerson planned,
            @Nullable Owner known,
            Map<String, Owner> owners,
            Set<Long> taken,
            List<Remark> remarks) {
        var address = planned.personalAddress();
        var owner = address == null ? null : owners.get(address);
        if (known != null) {
            var free = owner == null || owner.person == known.person;
            return match(source, planned, known, false, free ? address : refused(planned, remarks));
        } else if (owner == null) {
            return new DirectoryMatch(planned, null, false, address, true);
        } else if (!owner.kind.equals("service") && taken.add(owner.person)) {
            return match(source, planned, owner, true, address);
        } else {
            return new DirectoryMatch(planned, null, false, refused(planned, remarks), true);
        }
    }

    private static DirectoryMatch match(
            String source, PlannedPerson planned, Owner owner, boolean byAddress, @Nullable String email) {
        var ours = owner.directory == null || owner.directory.equals(source);
        return new DirectoryMatch(planned, owner.person, byAddress, email, ours);
    }

    private static @Nullable String refused(PlannedPerson planned, List<Remark> remarks) {
        remarks.add(Remark.at(
                planned.entry().line(), "imports.line.address-taken", String.valueOf(planned.personalAddress())));
        return null;
    }

    private Map<String, Owner> known(String source) {
        return owners("""
                select x.external_id as key, p.id, p.name, p.site, p.kind, p.directory,
                       p.kind = 'employee' and p.state <> 'deactivated'
                           and p.id not in (select person_id from network_role where role = 'administrator') as leaves
                  from person_external_id x
                  join person p on p.id = x.person_id
                 where x.source = :source and p.deleted_at is null
                """, source);
    }

    private Map<String, Owner> owners() {
        return owners("""
                select lower(p.email) as key, p.id, p.name, p.site, p.kind, p.directory, false as leaves
                  from person p
                 where p.email is not null and p.deleted_at is null and :source <> ''
                """, "any");
    }

    private Map<String, Owner> owners(String sql, String source) {
        var owners = new HashMap<String, Owner>();
        jdbc.sql(sql)
                .param("source", source)
                .query((row, number) -> owners.put(
                        row.getString("key"),
                        new Owner(
                                row.getLong("id"),
                                row.getString("name"),
                                row.getString("site"),
                                row.getString("kind"),
                                row.getString("directory"),
                                row.getBoolean("leaves"))))
                .list();
        return owners;
    }

    // Nobody whom another source keeps.
    private static Set<PersonId> gone(String source, Map<String, Owner> known, Set<Long> taken, List<Remark> remarks) {
        var gone = new HashSet<PersonId>();
        known.entrySet().stream()
                .filter(one -> one.getValue().leaves && source.equals(one.getValue().directory))
                .filter(one -> !taken.contains(one.getValue().person))
                .sorted(Comparator.comparing(one -> one.getValue().name))
                .forEach(one -> {
                    var owner = one.getValue();
                    if (gone.add(new PersonId(owner.person))) {
                        remarks.add(Remark.aboutFile(
                                GONE, owner.name, one.getKey(), Objects.requireNonNullElse(owner.site, "")));
                    }
                });
        return gone;
    }

    private long kept(String source) {
        return jdbc.sql("""
                select count(*) from person
                 where directory = :source and kind = 'employee' and state <> 'deactivated' and deleted_at is null
                """).param("source", source).query(Long.class).single();
    }
}
