package org.parvis.communities;

import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Where places come in at which people talked elsewhere. What its owners made of one since it came is left alone. */
@Service
public class PastCommunities {

    /** A community brought; {@code members} is how many came into it now. */
    public record Found(CommunityId id, boolean isNew, int members) {}

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    PastCommunities(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** Makes the community unless it is there, and brings in whoever is missing; nobody is told. */
    @Transactional
    public Found bring(String source, BroughtCommunity brought) {
        var known = known(source, brought.key());
        var id = known.orElseGet(() -> make(source, brought));
        var since = brought.createdAt() == null ? clock.instant() : brought.createdAt();
        int owners = known.isEmpty() ? join(id, brought.owners(), Standing.OWNER, since) : 0;
        int members = join(id, brought.members(), Standing.MEMBER, since);
        return new Found(new CommunityId(id), known.isEmpty(), owners + members);
    }

    /** When it began and was last active, where only what was said in it tells. */
    @Transactional
    public void spans(CommunityId id, Instant first, Instant last) {
        jdbc.sql("""
                update community
                   set created_at = :first,
                       active_at = case when active_at = created_at then :last else greatest(active_at, :last) end
                 where id = :id and created_at > :first
                """)
                .param("id", id.value())
                .param("first", utc(first))
                .param("last", utc(last))
                .update();
    }

    private Optional<Long> known(String source, String key) {
        return jdbc.sql("select id from community where source = :source and external_id = :key")
                .param("source", source)
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    private long make(String source, BroughtCommunity brought) {
        var now = clock.instant();
        var founder = brought.owners().getFirst();
        var id = jdbc.sql("""
                insert into community (name, description, purpose, access, listed, tone, source, external_id,
                                       created_by, created_at, active_at, archived_at)
                values (:name, :description, :purpose, :access, :listed, :tone::smallint, :source, :key,
                        :founder, :created, :created, :archived::timestamptz)
                returning id
                """)
                .param("name", brought.name())
                .param("description", brought.description())
                .param("purpose", brought.purpose().code())
                .param("access", brought.access().code())
                .param("listed", brought.listed())
                .param("tone", brought.tone())
                .param("source", source)
                .param("key", brought.key())
                .param("founder", founder.value())
                .param("created", utc(brought.createdAt() == null ? now : brought.createdAt()))
                .param("archived", brought.archived() ? utc(now) : null)
                .query(Long.class)
                .single();
        journal.append(Activity.by(founder.value())
                .create(Communities.reference(id))
                .in(Communities.reference(id))
                .quietly());
        return id;
    }

    private int join(long community, Collection<PersonId> people, Standing role, Instant since) {
        if (people.isEmpty()) {
            return 0;
        }
        var joined = jdbc.sql("""
                insert into membership (community_id, person_id, role, since)
                select :community, p.id, :role, :since
                  from person p
                 where p.id = any (:people) and p.deleted_at is null
                 order by p.id
                on conflict (community_id, person_id) do nothing
                returning person_id
                """)
                .param("community", community)
                .param("role", role.code())
                .param("since", utc(since))
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query((row, number) -> row.getLong(1))
                .list();
        journal.appendAll(
                joined.stream().map(person -> joined(community, person)).toList());
        return joined.size();
    }

    private static Activity joined(long community, long person) {
        return Activity.by(person)
                .join(Communities.reference(community))
                .in(Communities.reference(community))
                .quietly();
    }
}
