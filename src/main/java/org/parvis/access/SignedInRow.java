package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.PersonKind;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Pictures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads who is signed in, all that a request needs of them in one statement. */
final class SignedInRow {

    /** Columns for a {@code person p}, as it is {@code :now}. */
    static final String COLUMNS = """
            p.id, p.kind, p.name, p.photo, p.time_zone, p.theme, p.live,
            """ + AccountRows.LANGUAGE + """
            ,
            array(select role from network_role r where r.person_id = p.id) as roles,
            exists (select from charter_acceptance a
                     where a.person_id = p.id and a.version = (select max(version) from charter)) as charter_accepted,
            exists (select from charter_acceptance a where a.person_id = p.id)
                and (select max(published_at) from charter) + interval '30 minutes' > :now as charter_just_changed
            """;

    static SignedInSession read(ResultSet row, SignedInSession.Means means, long number) throws SQLException {
        var photo = row.getObject("photo", Long.class);
        var viewer = new Viewer(
                new PersonId(row.getLong("id")),
                PersonKind.of(row.getString("kind")),
                row.getString("name"),
                photo == null ? null : Pictures.address(photo, 96),
                Locale.forLanguageTag(row.getString("language")),
                zone(row.getString("time_zone")),
                row.getString("theme"),
                row.getBoolean("live"));
        return new SignedInSession(viewer, roles(row), means, number, consent(row));
    }

    private static SignedInSession.Consent consent(ResultSet row) throws SQLException {
        if (row.getBoolean("charter_accepted")) {
            return SignedInSession.Consent.GIVEN;
        } else {
            return row.getBoolean("charter_just_changed")
                    ? SignedInSession.Consent.TO_BE_RENEWED
                    : SignedInSession.Consent.MISSING;
        }
    }

    private static Set<NetworkRole> roles(ResultSet row) throws SQLException {
        var codes = (String[]) row.getArray("roles").getArray();
        return Stream.of(codes).map(NetworkRole::of).collect(Collectors.toUnmodifiableSet());
    }

    // A directory may hold a zone that this Java does not know.
    static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private SignedInRow() {}
}
