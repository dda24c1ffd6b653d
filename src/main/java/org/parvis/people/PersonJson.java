package org.parvis.people;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** A person as the REST API writes them. */
@Schema(name = "Person")
record PersonJson(
        String id,

        @Schema(allowableValues = {"employee", "guest", "former", "service"})
        String kind,

        String name,
        @Nullable String email,
        @Nullable String jobTitle,
        @Nullable String department,
        @Nullable String organisation,
        @Nullable String unit,
        @Nullable String site,

        @Schema(description = "ISO 3166-1 alpha-2", example = "FR") @Nullable
        String country,

        @Nullable String phone,

        @Schema(description = "BCP 47", example = "fr") @Nullable
        String language,

        @Nullable String timeZone,
        @Nullable PersonReference manager,
        @Nullable String about,
        @Nullable String career,
        @Nullable String pronouns,
        List<String> expertise,
        List<String> interests,
        List<String> languages,
        boolean followed,

        @Schema(allowableValues = {"not_invited", "invited", "active", "deactivated"})
        String state) {

    /** Needs the parameter {@code :viewer}; a manager whom the viewer may not see is left out. */
    static final String SELECT = """
            select p.id, p.kind, p.name, coalesce(p.email, p.contact_email) as email, p.job_title, p.department,
                   p.organisation, p.unit, p.site, p.country, p.phone, p.language, p.time_zone, p.about, p.career,
                   p.pronouns, p.expertise, p.interests, p.languages, p.state, m.id as manager_id, m.name as manager_name,
                   exists (select from person_follow f
                            where f.follower_id = :viewer and f.followed_id = p.id) as followed
              from visible_people(:viewer) p
              left join visible_people(:viewer) m on m.id = p.manager_id
            """;

    static final RowMapper<PersonJson> ROW = (row, number) -> of(row);

    private static PersonJson of(ResultSet row) throws SQLException {
        return new PersonJson(
                row.getString("id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("email"),
                row.getString("job_title"),
                row.getString("department"),
                row.getString("organisation"),
                row.getString("unit"),
                row.getString("site"),
                row.getString("country"),
                row.getString("phone"),
                row.getString("language"),
                row.getString("time_zone"),
                manager(row),
                row.getString("about"),
                row.getString("career"),
                row.getString("pronouns"),
                texts(row, "expertise"),
                texts(row, "interests"),
                texts(row, "languages"),
                row.getBoolean("followed"),
                row.getString("state"));
    }

    private static @Nullable PersonReference manager(ResultSet row) throws SQLException {
        var id = row.getString("manager_id");
        return id == null ? null : new PersonReference(id, row.getString("manager_name"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
