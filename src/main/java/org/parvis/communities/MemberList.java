package org.parvis.communities;

import static org.parvis.platform.time.Times.instant;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Who is in a community, who asks to be, who is invited. Owners first, then by name. */
@Repository
@Transactional(readOnly = true)
public class MemberList {

    private final JdbcClient jdbc;
    private final Communities communities;

    MemberList(JdbcClient jdbc, Communities communities) {
        this.jdbc = jdbc;
        this.communities = communities;
    }

    /** Members whose name or site contains {@code q}, of the role where one is given. */
    public Slice<Member> members(
            Viewer viewer,
            CommunityId id,
            @Nullable String q,
            @Nullable Standing role,
            @Nullable Cursor after,
            int limit) {
        communities.read(viewer, id);
        var rows = jdbc.sql("""
                select %s, m.role, m.since, m.role || ' ' || p.sort_name as sort_key
                  from membership m
                  join visible_people(:viewer) p on p.id = m.person_id
                 where m.community_id = :id
                   and (:role::text is null or m.role = :role)
                   and (:q = '' or fold(p.name) like '%%' || fold(:q) || '%%' or fold(p.site) like fold(:q) || '%%')
                   and (:after::text is null
                        or (m.role < :afterRole)
                        or (m.role = :afterRole and (p.sort_name, p.id) > (:afterName, :afterId)))
                 order by m.role desc, p.sort_name, p.id
                 limit :limit
                """.formatted(PersonCard.columns("p")))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .param("role", role == null ? null : role.code())
                .param("q", q == null ? "" : q.strip().replaceAll("[\\\\%_]", "\\\\$0"))
                .param("after", after == null ? null : after.key())
                .param("afterRole", after == null ? "" : roleOf(after))
                .param("afterName", after == null ? "" : nameOf(after))
                .param("afterId", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query(MemberList::row)
                .list();
        return Slice.of(rows, limit, Row::cursor).map(Row::member);
    }

    /** One member, where the viewer may see members at all. */
    public Optional<Member> member(Viewer viewer, CommunityId id, PersonId person) {
        communities.read(viewer, id);
        return jdbc.sql("""
                select %s, m.role, m.since, '' as sort_key
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
        return waiting(viewer, id, "membership_request", "requested_at", Standing.REQUESTED, after, limit);
    }

    /** Who is invited and has not decided, oldest first; for owners. */
    public Slice<Member> invitations(Viewer viewer, CommunityId id, @Nullable Cursor after, int limit) {
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
        communities.owned(viewer, id);
        var rows = jdbc.sql("""
                select %s, '%s' as role, w.%s as since, '' as sort_key
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
        var member = new Member(PersonCard.of(row, "p"), Standing.of(row.getString("role")), instant(row, "since"));
        return new Row(member, row.getString("sort_key"));
    }

    private static String roleOf(Cursor cursor) {
        return cursor.key().split(" ", 2)[0];
    }

    private static String nameOf(Cursor cursor) {
        var parts = cursor.key().split(" ", 2);
        return parts.length == 2 ? parts[1] : "";
    }

    private record Row(Member member, String sortKey) {

        Cursor cursor() {
            return new Cursor(sortKey, member.person().id().value());
        }
    }
}
