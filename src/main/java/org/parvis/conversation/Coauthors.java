package org.parvis.conversation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.PersonCard;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Those who write on a draft with its author, and are named with its author once it is published. */
@Service
@Transactional
class Coauthors {

    /** The most on one draft. */
    static final int MOST = 10;

    /** Whether a person {@code p} may post in {@code :community}; where that is null, on a wall. */
    private static final String POSTS = """
            p.deleted_at is null and p.state <> 'deactivated'
            and case when :community::bigint is null then p.kind = 'employee'
                     else exists (select from membership m
                                    join community c on c.id = m.community_id and c.archived_at is null
                                   where c.id = :community and m.person_id = p.id
                                     and (m.role = 'owner' or c.posting = 'members')) end
            """;

    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final PostKinds kinds;
    private final Communities communities;
    private final Readership readership;
    private final Attachments attachments;
    private final Journal journal;
    private final Clock clock;

    Coauthors(
            JdbcClient jdbc,
            Drafts drafts,
            PostKinds kinds,
            Communities communities,
            Readership readership,
            Attachments attachments,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.kinds = kinds;
        this.communities = communities;
        this.readership = readership;
        this.attachments = attachments;
        this.journal = journal;
        this.clock = clock;
    }

    /** The column {@code coauthors} of a post {@code p}. */
    static String column() {
        return """
                array(select c.person_id || ' ' || w.name
                        from post_coauthor c
                        join person w on w.id = c.person_id
                       where c.post_id = p.id
                       order by c.position) as coauthors
                """;
    }

    /** What {@link #column} found. */
    static List<Writer> of(ResultSet row) throws SQLException {
        var writers = new ArrayList<Writer>();
        for (var text : (String[]) row.getArray("coauthors").getArray()) {
            var parts = text.split(" ", 2);
            writers.add(new Writer(PersonId.of(parts[0]), parts[1]));
        }
        return List.copyOf(writers);
    }

    /** Of a draft, in the order in which they were invited. */
    @Transactional(readOnly = true)
    List<PersonCard> of(Draft draft) {
        return jdbc.sql("""
                select %s
                  from draft_coauthor c
                  join person p on p.id = c.person_id
                 where c.draft_id = :draft
                 order by c.invited_at, p.id
                """.formatted(PersonCard.columns("p")))
                .param("draft", draft.id())
                .query((row, number) -> PersonCard.of(row, "p"))
                .list();
    }

    /** A few with such a name whom the author may invite to the draft. */
    @Transactional(readOnly = true)
    List<PersonCard> named(Viewer author, Draft draft, String typed) {
        if (typed.isBlank()) return List.of();
        var place = place(draft);
        var readers = readership.named(author, place == null ? null : communities.find(author, place), typed);
        var posting =
                posting(author, place, readers.stream().map(PersonCard::id).toList());
        return readers.stream().filter(one -> posting.contains(one.id())).toList();
    }

    /**
     * Lets somebody write on the viewer's draft, who is told; twice is once.
     *
     * @throws NotFound when the viewer does not see the person, or they may not post where it is to go
     * @throws Invalid when its kind is written alone, or they would be too many
     */
    void invite(Viewer author, UUID key, PersonId person) {
        var draft = mine(author, key);
        if (posting(author, place(draft), List.of(person)).isEmpty() || author.is(person)) {
            throw new NotFound("person " + person);
        }
        var others = of(draft).stream().filter(one -> !one.id().equals(person)).count();
        if (others >= MOST) throw new Invalid("person", "conversation.authors.many", MOST);
        var come = jdbc.sql("""
                insert into draft_coauthor (draft_id, person_id, invited_at) values (:draft, :person, :now)
                on conflict do nothing
                """)
                .param("draft", draft.id())
                .param("person", person.value())
                .param("now", utc(clock.instant()))
                .update();
        if (come > 0) {
            share(author, draft);
            journal.append(Activity.by(author.id().value())
                    .invite(new Reference(Drafts.KIND, draft.id()))
                    .to(new Reference("person", person.value())));
        }
    }

    // What was attached so far is there for all of them.
    private void share(Viewer author, Draft draft) {
        attachments.bring(author.id().value(), draft.typed().files().enclosed(), Drafts.KIND, draft.id());
    }

    /** Takes somebody out of the viewer's draft, or the viewer out of somebody else's. What they wrote stays. */
    void remove(Viewer viewer, UUID key, PersonId person) {
        var draft = drafts.find(viewer, key);
        if (!draft.mine(viewer) && !viewer.is(person)) throw new Forbidden("only the author takes somebody out");
        var _ = jdbc.sql("delete from draft_coauthor where draft_id = :draft and person_id = :person")
                .param("draft", draft.id())
                .param("person", person.value())
                .update();
        if (of(draft).isEmpty()) {
            attachments.bringBack(
                    draft.author().id().value(), draft.typed().files().enclosed(), Drafts.KIND, draft.id());
        }
    }

    /** The viewer's own draft, of a kind that one writes together. */
    @Transactional(readOnly = true)
    Draft mine(Viewer author, UUID key) {
        var draft = drafts.find(author, key);
        if (!draft.mine(author)) throw new Forbidden("only the author invites");
        if (!kinds.named(draft.kind()).laidOut()) throw new Invalid("kind", "conversation.authors.alone");
        return draft;
    }

    private Set<PersonId> posting(Viewer author, @Nullable CommunityId community, List<PersonId> people) {
        return Set.copyOf(jdbc.sql("select p.id from visible_people(:author) p where p.id = any (:people) and " + POSTS)
                .param("author", author.id().value())
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param("community", community == null ? null : community.value())
                .query((row, number) -> new PersonId(row.getLong("id")))
                .list());
    }

    private static @Nullable CommunityId place(Draft draft) {
        return draft.place() == null ? null : draft.place().id();
    }
}
