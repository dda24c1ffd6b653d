package org.parvis.access;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.parvis.platform.network.Network;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What everybody here agrees to. A new text is a new version, and everybody is asked again. */
@Component
@Transactional
public class Charter {

    private static final int LONGEST = 40_000;

    /** The charter as somebody reads it, Markdown in one language. */
    public record Text(int version, String language, String markdown) {}

    /** That a text was published, when and by whom, and how many have accepted it. */
    public record Version(
            int number, Instant publishedAt, @Nullable String publishedBy, long accepted) {}

    /** The proof that somebody accepted a version. */
    public record Acceptance(int version, Instant at, boolean valid) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Network network;
    private final Audit audit;

    Charter(JdbcClient jdbc, Clock clock, Network network, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.network = network;
        this.audit = audit;
    }

    /** The text that is valid now, in the reader's language, else the network's, else any it has. */
    @Transactional(readOnly = true)
    public Text in(Locale locale) {
        return jdbc.sql("""
                select version, language, text
                  from charter
                 where version = (select max(version) from charter)
                 order by language <> :language, language <> :default, language
                 limit 1
                """)
                .param("language", locale.getLanguage())
                .param("default", network.defaultLocale().getLanguage())
                .query((row, number) ->
                        new Text(row.getInt("version"), row.getString("language"), row.getString("text")))
                .single();
    }

    /** All languages of the valid version. */
    @Transactional(readOnly = true)
    public Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        jdbc.sql("select language, text from charter where version = (select max(version) from charter)")
                .query(row -> {
                    texts.put(row.getString("language"), row.getString("text"));
                });
        return texts;
    }

    /** Every version there was, newest first. */
    @Transactional(readOnly = true)
    List<Version> versions() {
        return jdbc.sql("""
                select c.version, min(c.published_at) as published_at, min(p.name) as published_by,
                       (select count(*) from charter_acceptance a where a.version = c.version) as accepted
                  from charter c
                  left join person p on p.id = c.published_by
                 group by c.version
                 order by c.version desc
                """)
                .query((row, number) -> new Version(
                        row.getInt("version"),
                        instant(row, "published_at"),
                        row.getString("published_by"),
                        row.getLong("accepted")))
                .list();
    }

    /** What a version said, in each of its languages. */
    @Transactional(readOnly = true)
    List<Text> texts(int version) {
        return jdbc.sql("select version, language, text from charter where version = :version order by language")
                .param("version", version)
                .query((row, number) ->
                        new Text(row.getInt("version"), row.getString("language"), row.getString("text")))
                .list();
    }

    /** Publishes a new version in one or more languages; every person accepts it before going on. */
    public void publish(Agent agent, Map<String, String> texts) {
        if (texts.isEmpty() || texts.values().stream().anyMatch(text -> text.isBlank() || text.length() > LONGEST)) {
            throw new Invalid("charter", "access.charter.length", LONGEST);
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtext('parvis charter'))")
                .query((row, number) -> number)
                .list();
        var version = 1
                + jdbc.sql("select max(version) from charter")
                        .query(Integer.class)
                        .single();
        texts.forEach((language, text) -> jdbc.sql("""
                insert into charter (version, language, text, published_by, published_at)
                values (:version, :language, :text, :by, :now)
                """)
                .param("version", version)
                .param("language", language)
                .param("text", text)
                .param("by", agent.number())
                .param("now", utc(clock.instant()))
                .update());
        audit.record(agent, "charter published", null, Map.of("version", version));
    }

    /** Keeps the proof of who accepted what; a version that is no longer valid is a {@link Conflict}. */
    void accept(Viewer viewer, int version) {
        var read = in(viewer.locale());
        if (read.version() != version) {
            throw new Conflict("access.charter.changed");
        }
        jdbc.sql("""
                insert into charter_acceptance (person_id, version, language, accepted_at)
                values (:person, :version, :language, :now)
                on conflict do nothing
                """)
                .param("person", viewer.id().value())
                .param("version", version)
                .param("language", read.language())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** What that person accepted last; valid as long as no newer text was published. */
    @Transactional(readOnly = true)
    Optional<Acceptance> acceptance(PersonId person) {
        return jdbc.sql("""
                select version, accepted_at, version = (select max(version) from charter) as valid
                  from charter_acceptance
                 where person_id = :person
                 order by version desc
                 limit 1
                """)
                .param("person", person.value())
                .query((row, number) ->
                        new Acceptance(row.getInt("version"), instant(row, "accepted_at"), row.getBoolean("valid")))
                .optional();
    }
}
