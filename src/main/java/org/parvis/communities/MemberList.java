package org.parvis.communities;

import static org.parvis.platform.time.Times.instant;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is in a community, who asks to be, who is invited. Owners first, then by name. */
@Repository
@Transactional(readOnly = true)
public class MemberList {

    private static final List<Standing> ROLES = List.of(Standing.OWNER, Standing.MEMBER);
    private static final Cursor BEGINNING = new Cursor("", 0);
    private static final String EACH =
            "join lateral (select * from visible_people(:viewer) v where v.id = m.person_id offset 0) p on true";
    private static final String NAMED =
            "and (p.folded_name like '%' || fold(:q) || '%' or fold(p.site) like fold(:q) || '%')";

    private final JdbcClient jdbc;
    private final Communities communities;

    MemberList(JdbcClient jdbc, Communities communities) {
        this.jdbc = jdbc;
        this.communities = communities;
    }

    /** Members whose name contains {@code q} or whose site begins so, of the role where one is given. */
    public Slice<Member> members(
            Viewer viewer,
            CommunityId id,
            @Nullable String q,
            @Nullable Standing role,
            @Nullable Cursor after,
            int limit) {
        communities.read(viewer, id);
        return of(viewer, id, q, role, after, limit);
    }

    /** As {@link #members}, of a community that the viewer has been given to read already. */
    Slice<Member> of(
            Viewer viewer,
            CommunityId id,
            @Nullable String q,
            @Nullable Standing role,
            @Nullable Cursor after,
            int limit) {
        var begin = after == null ? BEGINNING : after;
        var sought = PlainText.sought(q, CommunityForm.NAME);
        var parts = ROLES.stream()
                .filter(part -> role == null || part == role)
                .filter(part -> part == Standing.MEMBER || !roleOf(begin).equals(Standing.MEMBER.code()))
                .map(part -> part(part, begin, sought))
                .collect(Collectors.joining(" union all "));
        if (parts.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var rows = jdbc.sql("select * from (" + parts + ") members order by role desc, sort_name, p_id limit :limit")
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .param("q", PlainText.literally(sought))
                .param("afterName", nameOf(begin))
                .param("afterId", begin.id())
                .param("limit", limit + 1)
                .query(MemberList::row)
                .list();
        return Slice.of(rows, limit, Row::cursor).map(Row::member);
    }

    // Each role is read along its own stretch of membership_by_name, up to the limit; “offset 0” keeps PostgreSQL from
    // looking at everybody first. Where a name is sought, its index leads.
    private static String part(Standing role, Cursor begin, String sought) {
        return """
                (select %s, m.role, m.since, p.kind = 'guest' as guest, m.sort_name
                   from membership m
                   %s
                  where m.community_id = :id and m.role = '%s' %s %s
                  order by m.sort_name, m.person_id
                  limit :limit)
                """.formatted(
                PersonCard.columns("p"),
                sought.isEmpty() ? EACH : "join visible_people(:viewer) p on p.id = m.person_id",
                role.code(),
                roleOf(begin).equals(role.code()) ? "and (m.sort_name, m.person_id) > (:afterName, :afterId)" : "",
                sought.isEmpty() ? "" : NAMED);
    }

    /** One member, where the viewer may see members at all. */
    public Optional<Member> member(Viewer viewer, CommunityId id, PersonId person) {
        communities.read(viewer, id);
        return jdbc.sql("""
                select %s, m.role, m.since, p.kind = 'guest' as guest, '' as sort_name
                  from membership m
                  join visible_people(:viewer) p on p.id = m.person_id
                 where m.community_id = :id and m.person_id = :person
                """.formatted(PersonCard.columns("p")))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .param("person", person.value())
                .query(MemberList::row)
                .optional()
                .map(Row::member);
    }

    /** Who asks to join, oldest first; for owners. */
    public Slice<Member> requests(Viewer viewer, CommunityId id, @Nullable Cursor after, int limit) {
        communities.owned(viewer, id);
        return asking(viewer, id, after, limit);
    }

    /** As {@link #requests}, for whoever is known to own the community. */
    Slice<Member> asking(Viewer viewer, CommunityId id, @Nullable Cursor after, int limit) {
        return waiting(viewer, id, "membership_request", "requested_at", Standing.REQUESTED, after, limit);
    }

    /** Who is invited and has not decided, oldest first; for whoever is known to own the community. */
    Slice<Member> invited(Viewer viewer, CommunityId id, @Nullable Cursor after, int limit) {
        return waiting(viewer, id, "invitation", "invited_at", Standing.INVITED, after, limit);
    }

    private Slice<Member> waiting(
            Viewer viewer,
            CommunityId id,
            String table,
            String time,
            Standing role,
            @Nullable Cursor after,
            int limit) {
        var rows = jdbc.sql("""
                select %s, '%s' as role, w.%s as since, p.kind = 'guest' as guest, '' as sort_name
                  from %s w
                  join visible_people(:viewer) p on p.id = w.person_id
                 where w.community_id = :id
                   and (:after::timestamptz is null or (w.%s, p.id) > (:after::timestamptz, :afterId))
                 order by w.%s, p.id
                 limit :limit
                """.formatted(PersonCard.columns("p"), role.code(), time, table, time, time))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .param("after", after == null ? null : after.time().toString())
                .param("afterId", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query(MemberList::row)
                .list();
        return Slice.of(
                        rows,
                        limit,
                        row -> Cursor.at(
                                row.member.since(), row.member.person().id().value()))
                .map(Row::member);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var member = new Member(
                PersonCard.of(row, "p"),
                Standing.of(row.getString("role")),
                instant(row, "since"),
                row.getBoolean("guest"));
        return new Row(member, row.getString("sort_name"));
    }

    private static String roleOf(Cursor cursor) {
        return cursor.key().split(" ", 2)[0];
    }

    private static String nameOf(Cursor cursor) {
        var parts = cursor.key().split(" ", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    private record Row(Member member, String sortName) {

        Cursor cursor() {
            return new Cursor(
                    member.role().code() + " " + sortName, member.person().id().value());
        }
    }
}
