package org.parvis.communities;

import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.platform.database.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Where places come in at which people talked elsewhere. What its owners made of one since it came is left alone. */
@Service
public class PastCommunities {

    /** A community brought; {@code members} is how many came into it now. */
    public record Found(CommunityId id, boolean isNew, int members) {}

    private record Joining(long community, long person, Standing role, Instant since) {}

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    PastCommunities(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Makes the communities unless they are there, and brings in whoever is missing; nobody is told. One transaction: at
     * most a few hundred communities and a thousand members at once. Answers by key.
     */
    @Transactional
    public Map<String, Found> bring(String source, List<BroughtCommunity> brought) {
        var made = make(source, brought);
        var ids = idsByKey(source, brought);
        appendFoundings(brought, made, ids);
        var joined = join(brought.stream()
                .flatMap(one ->
                        joining(one, Objects.requireNonNull(ids.get(one.key())), made.contains(one.key())).stream())
                .toList());
        return ids.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> new Found(
                                new CommunityId(one.getValue()),
                                made.contains(one.getKey()),
                                joined.getOrDefault(one.getValue(), 0))));
    }

    /** When they began and were last active, where only what was said in them tells. */
    @Transactional
    public void span(Collection<Span> spans) {
        if (spans.isEmpty()) {
            return;
        }
        var some = List.copyOf(spans);
        jdbc.sql("""
                update community c
                   set created_at = said.first,
                       active_at = case when c.active_at = c.created_at then said.last else greatest(c.active_at, said.last) end
                  from unnest(:ids::bigint[], :firsts::timestamptz[], :lasts::timestamptz[]) as said (id, first, last)
                 where c.id = said.id and c.created_at > said.first
                """)
                .param("ids", Columns.numbers(some, one -> one.community().value()))
                .param("firsts", Columns.times(some, Span::first))
                .param("lasts", Columns.times(some, Span::last))
                .update();
    }

    /** The keys of those that were not there. */
    private Set<String> make(String source, List<BroughtCommunity> brought) {
        var now = clock.instant();
        return new HashSet<>(jdbc.sql("""
                insert into community (name, description, purpose, access, listed, tone, source, external_id,
                                       created_by, created_at, active_at, archived_at)
                select name, description, purpose, access, listed, tone, :source, key,
                       founder, created, created, case when archived then :now end
                  from unnest(:names::text[], :descriptions::text[], :purposes::text[], :accesses::text[],
                              :listed::boolean[], :tones::smallint[], :keys::text[], :founders::bigint[],
                              :created::timestamptz[], :archived::boolean[])
                       with ordinality
                    as brought (name, description, purpose, access, listed, tone, key, founder, created, archived, nth)
                 order by nth
                on conflict (source, external_id) do nothing
                returning external_id
                """)
                .param("source", source)
                .param("names", Columns.texts(brought, BroughtCommunity::name))
                .param("descriptions", Columns.texts(brought, BroughtCommunity::description))
                .param("purposes", Columns.texts(brought, one -> one.purpose().code()))
                .param("accesses", Columns.texts(brought, one -> one.access().code()))
                .param("listed", brought.stream().map(BroughtCommunity::listed).toArray(Boolean[]::new))
                .param("tones", brought.stream().map(BroughtCommunity::tone).toArray(Integer[]::new))
                .param("keys", Columns.texts(brought, BroughtCommunity::key))
                .param("founders", Columns.numbers(brought, PastCommunities::founder))
                .param("created", Columns.times(brought, one -> one.createdAt() == null ? now : one.createdAt()))
                .param(
                        "archived",
                        brought.stream().map(BroughtCommunity::archived).toArray(Boolean[]::new))
                .param("now", utc(now))
                .query((row, number) -> row.getString(1))
                .list());
    }

    private Map<String, Long> idsByKey(String source, List<BroughtCommunity> brought) {
        return jdbc
                .sql("select external_id, id from community where source = :source and external_id = any (:keys)")
                .param("source", source)
                .param("keys", Columns.texts(brought, BroughtCommunity::key))
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void appendFoundings(List<BroughtCommunity> brought, Set<String> made, Map<String, Long> ids) {
        journal.appendAll(brought.stream()
                .filter(one -> made.contains(one.key()))
                .map(one -> {
                    var community = Communities.reference(Objects.requireNonNull(ids.get(one.key())));
                    return Activity.by(founder(one))
                            .create(community)
                            .in(community)
                            .quietly();
                })
                .toList());
    }

    private List<Joining> joining(BroughtCommunity brought, long id, boolean isNew) {
        var since = brought.createdAt() == null ? clock.instant() : brought.createdAt();
        var joining = new ArrayList<Joining>();
        if (isNew) {
            brought.owners().forEach(owner -> joining.add(new Joining(id, owner.value(), Standing.OWNER, since)));
        }
        brought.members().forEach(member -> joining.add(new Joining(id, member.value(), Standing.MEMBER, since)));
        return joining;
    }

    /** How many came into each. Whoever is owner and member is the owner, who stands first. */
    private Map<Long, Integer> join(List<Joining> joining) {
        var joined = jdbc.sql("""
                insert into membership (community_id, person_id, role, since)
                select joining.community, p.id, joining.role, joining.since
                  from unnest(:communities::bigint[], :people::bigint[], :roles::text[], :since::timestamptz[])
                       with ordinality
                    as joining (community, person, role, since, nth)
                  join person p on p.id = joining.person and p.deleted_at is null
                 order by joining.nth
                on conflict (community_id, person_id) do nothing
                returning community_id, person_id
                """)
                .param("communities", Columns.numbers(joining, Joining::community))
                .param("people", Columns.numbers(joining, Joining::person))
                .param("roles", Columns.texts(joining, one -> one.role.code()))
                .param("since", Columns.times(joining, Joining::since))
                .query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
                .list();
        journal.appendAll(
                joined.stream().map(one -> joined(one.getKey(), one.getValue())).toList());
        var each = new HashMap<Long, Integer>();
        joined.forEach(one -> each.merge(one.getKey(), 1, Integer::sum));
        return each;
    }

    private static Activity joined(long community, long person) {
        return Activity.by(person)
                .join(Communities.reference(community))
                .in(Communities.reference(community))
                .quietly();
    }

    private static long founder(BroughtCommunity brought) {
        return brought.owners().getFirst().value();
    }
}
