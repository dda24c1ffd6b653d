package org.parvis.access;

import static org.parvis.platform.time.Times.instantOrNull;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;
import org.parvis.people.PersonKind;
import org.parvis.platform.web.Cursor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One of everybody, as administrators see them: how to reach them, their account's state, when they were last here. */
public record RosterEntry(
        PersonCard person,
        PersonKind kind,
        String state,
        @Nullable String email,
        @Nullable String externalId,
        @Nullable String department,
        List<String> roles,
        @Nullable Instant seenAt,
        @Nullable Instant invitedAt,
        String sortName) {

    /** For a {@code person p}. A program that uses a token counts as being here. */
    static final String COLUMNS = PersonCard.columns("p") + """
            , p.kind, p.state, p.email, p.department, p.sort_name,
            (select min(x.external_id) from person_external_id x where x.person_id = p.id) as external_id,
            array(select r.role from network_role r where r.person_id = p.id order by r.role) as roles,
            greatest((select max(s.last_seen_at) from sign_in_session s where s.person_id = p.id),
                     (select max(t.last_used_at) from access_token t
                       where t.person_id = p.id and t.revoked_at is null)) as seen_at,
            (select max(l.created_at) from single_use_link l
              where l.person_id = p.id and l.purpose = 'invitation') as invited_at
            """;

    static RosterEntry of(ResultSet row, int number) throws SQLException {
        return new RosterEntry(
                PersonCard.of(row, "p"),
                PersonKind.of(row.getString("kind")),
                row.getString("state"),
                row.getString("email"),
                row.getString("external_id"),
                row.getString("department"),
                Stream.of((String[]) row.getArray("roles").getArray()).toList(),
                instantOrNull(row, "seen_at"),
                instantOrNull(row, "invited_at"),
                row.getString("sort_name"));
    }

    Cursor cursor() {
        return new Cursor(sortName, person.id().value());
    }

    public String href() {
        return "/administration/people/" + person.id();
    }

    public boolean active() {
        return state.equals(Account.ACTIVE);
    }

    public boolean invited() {
        return state.equals(Account.INVITED);
    }

    public boolean deactivated() {
        return state.equals(Account.DEACTIVATED);
    }

    public boolean mayBeInvited() {
        return email != null && !active() && !deactivated() && hasAccount();
    }

    /** Former members and services stand in the list, but nobody signs in as one. */
    public boolean hasAccount() {
        return kind == PersonKind.EMPLOYEE || kind == PersonKind.GUEST;
    }
}
