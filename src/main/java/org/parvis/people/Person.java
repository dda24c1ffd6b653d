package org.parvis.people;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A person as their profile shows them to one viewer. */
public record Person(
        PersonCard card,
        PersonKind kind,
        boolean gone,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String department,
        @Nullable String organisation,
        @Nullable String unit,
        @Nullable String country,
        @Nullable String timeZone,
        @Nullable String directory,
        @Nullable String about,
        @Nullable String career,
        @Nullable String pronouns,
        List<String> expertise,
        List<String> interests,
        List<String> languages,
        boolean followed,
        long followers,
        long following) {

    private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

    /** Reads these columns for {@code p} from {@code visible_people(:viewer) p}; followers where {@code :countFollowers}. */
    static final String COLUMNS = PersonCard.columns("p") + """
            , p.kind, p.state, coalesce(p.email, p.contact_email) as email, p.phone, p.department, p.organisation, p.unit,
              p.country, p.time_zone, p.directory, p.about, p.career, p.pronouns, p.expertise, p.interests, p.languages,
              exists (select from person_follow f where f.follower_id = :viewer and f.followed_id = p.id) as followed,
              case when :countFollowers
                   then (select count(*) from person_follow f join visible_people(:viewer) v on v.id = f.follower_id
                          where f.followed_id = p.id)
                   else 0 end as followers,
              (select count(*) from person_follow f join visible_people(:viewer) v on v.id = f.followed_id
                where f.follower_id = p.id) as following
            """;

    static Person of(ResultSet row, int number) throws SQLException {
        var kind = PersonKind.of(row.getString("kind"));
        return new Person(
                PersonCard.of(row, "p"),
                kind,
                kind == PersonKind.FORMER || row.getString("state").equals("deactivated"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("department"),
                row.getString("organisation"),
                row.getString("unit"),
                row.getString("country"),
                row.getString("time_zone"),
                row.getString("directory"),
                row.getString("about"),
                row.getString("career"),
                row.getString("pronouns"),
                texts(row, "expertise"),
                texts(row, "interests"),
                texts(row, "languages"),
                row.getBoolean("followed"),
                row.getLong("followers"),
                row.getLong("following"));
    }

    Person with(long followers) {
        return new Person(
                card,
                kind,
                gone,
                email,
                phone,
                department,
                organisation,
                unit,
                country,
                timeZone,
                directory,
                about,
                career,
                pronouns,
                expertise,
                interests,
                languages,
                followed,
                followers,
                following);
    }

    public PersonId id() {
        return card.id();
    }

    public String name() {
        return card.name();
    }

    public String href() {
        return card.href();
    }

    /** What they do, where in the company, on which site; empty where nothing is known. */
    public String line() {
        var work = join(", ", card.jobTitle(), department == null ? unit : department);
        return join(" · ", work.isEmpty() ? null : work, card.site());
    }

    /** Whatever people call their languages; those that are codes by their names. */
    public String languageNames(Locale reader) {
        return languages.stream()
                .map(language -> CODE.matcher(language).matches()
                        ? Locale.forLanguageTag(language).getDisplayLanguage(reader)
                        : language)
                .collect(Collectors.joining(", "));
    }

    /** The phone as a link (RFC 3966), without what a directory writes between the digits; null without digits. */
    public @Nullable String telephone() {
        var digits = phone == null ? "" : phone.replaceAll("\\(0\\)|[^+\\d]", "");
        return digits.isEmpty() ? null : "tel:" + digits;
    }

    /** The photo in its largest size. */
    public @Nullable String portrait() {
        return card.photo() == null ? null : card.photo().replaceFirst("/96$", "/256");
    }

    /** Where the clock on their wall is, if known. */
    public @Nullable ZoneId zone() {
        return zone(timeZone);
    }

    // A directory may hold a zone that this Java does not know.
    static @Nullable ZoneId zone(@Nullable String name) {
        try {
            return name == null ? null : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static String join(String between, @Nullable String... parts) {
        return String.join(
                between, Stream.of(parts).filter(part -> part != null).toList());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
