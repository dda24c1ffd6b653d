package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What people have begun to write: theirs alone, on every device of theirs, until it is published. */
@Service
@Transactional
class Drafts {

    /** The most that somebody has at once. */
    static final int MOST = 50;

    /** The longest form, in characters of all its fields. */
    static final int LENGTH = Posts.LONGEST + Posts.TEXT;

    /** How long a draft that nobody touches is kept, and its files with it. */
    static final Duration KEPT = Duration.ofDays(90);

    // Long enough for whatever was on its way when it ended.
    private static final Duration ENDED = Duration.ofDays(1);

    // What a form says of itself, and not of what is to be written.
    private static final Set<String> ASIDE = Set.of("draft", "version", "window", "inPlace", "here", "turn", "more", "without", "_method");

    // What stands in a form in which nothing was typed.
    private static final Set<String> FRAME = Set.of("kind", "community");

    private static final TypeReference<LinkedMultiValueMap<String, String>> FORM = new TypeReference<>() {};

    private static final String COLUMNS =
            "d.id, d.key, d.version, d.form, d.changed_at, d.changed_by, " + Place.COLUMNS + ", " + PersonCard.columns("writer");

    private static final String FROM = """
            from draft d
            left join community place on place.id = d.community_id
                                     and place.id in (select id from readable_communities(:viewer))
            left join person writer on writer.id = d.changed_by
            where d.person_id = :viewer and d.ended_at is null
            """;

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Attachments attachments;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Posts posts, Attachments attachments, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.attachments = attachments;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what stands in a form under the key it carries, in place of what was kept there. An empty form is no draft.
     *
     * @throws Invalid for {@code draft} when the form carries no key, is too long, or is one too many
     * @throws DraftChanged when it was kept from elsewhere since the form was opened
     * @throws Conflict when it was published or discarded meanwhile, as in another window
     */
    void keep(Viewer author, Typed typed) {
        var key = Optional.ofNullable(key(typed)).orElseThrow(() -> new Invalid("draft", "conversation.drafts.lost"));
        var form = form(typed);
        if (length(form) > LENGTH) throw new Invalid("draft", "conversation.drafts.long", LENGTH);
        mustBeLatest(author, key, typed);
        if (blank(form)) {
            end(author, key);
        } else {
            keep(author, key, typed, form);
        }
        attachments.hold(
                author.id().value(), typed.files().enclosed(), clock.instant().plus(KEPT));
    }

    // The form that kept it last need not know its version: its answer may have been lost.
    private void mustBeLatest(Viewer author, UUID key, Typed typed) {
        var changed = jdbc.sql("""
                select version <> :version::bigint and changed_in is distinct from :window::uuid as changed
                  from draft
                 where person_id = :author and key = :key and ended_at is null and :version::bigint is not null
                   for update
                """)
                .param("version", typed.version())
                .param("window", typed.window())
                .param("author", author.id().value())
                .param("key", key)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (changed) throw new DraftChanged(find(author, key));
    }

    private void keep(Viewer author, UUID key, Typed typed, MultiValueMap<String, String> form) {
        var others = jdbc.sql("""
                select count(*) from draft where person_id = :author and ended_at is null and key <> :key
                """)
                .param("author", author.id().value())
                .param("key", key)
                .query(Integer.class)
                .single();
        if (others >= MOST) throw new Invalid("draft", "conversation.drafts.many", MOST);
        var kept = jdbc.sql("""
                insert into draft (person_id, key, community_id, form, changed_at, changed_in, changed_by)
                values (:author, :key, (select id from readable_communities(:author) where id = :community::bigint),
                        :form::jsonb, :now, :window::uuid, :author)
                on conflict (person_id, key) do update
                   set community_id = excluded.community_id, form = excluded.form, changed_at = excluded.changed_at,
                       changed_in = excluded.changed_in, changed_by = excluded.changed_by, version = draft.version + 1
                 where draft.ended_at is null
                """)
                .param("author", author.id().value())
                .param("key", key)
                .param("community", community(form))
                .param("window", typed.window())
                .param("form", json.writeValueAsString(form))
                .param("now", utc(clock.instant()))
                .update();
        if (kept == 0) throw new Conflict("conversation.drafts.ended");
    }

    /**
     * Publishes what a form asks for; its draft, if it was kept as one, ends with it.
     *
     * @throws DraftChanged as {@link #keep}
     */
    PostId publish(Viewer author, Typed typed, Submission<?> submitted) {
        var key = key(typed);
        if (key == null) return posts.publish(author, typed.community(), submitted);
        mustBeLatest(author, key, typed);
        var id = posts.publish(author, typed.community(), submitted);
        end(author, key);
        return id;
    }

    /** Throws a draft away with the files that wait for it. */
    void discard(Viewer author, UUID key) {
        var draft = find(author, key);
        end(author, key);
        draft.typed().files().enclosed().stream()
                .map(Enclosure::file)
                .forEach(file -> attachments.discard(author.id().value(), file));
    }

    private void end(Viewer author, UUID key) {
        var _ = jdbc.sql("""
                insert into draft (person_id, key, form, changed_at, ended_at)
                values (:author, :key, '{}', :now, :now)
                on conflict (person_id, key) do update set form = '{}', changed_at = :now, ended_at = :now
                """)
                .param("author", author.id().value())
                .param("key", key)
                .param("now", utc(clock.instant()))
                .update();
    }

    /** @throws NotFound when the viewer has none of this key */
    @Transactional(readOnly = true)
    Draft find(Viewer viewer, UUID key) {
        return jdbc.sql("select %s %s and d.key = :key".formatted(COLUMNS, FROM))
                .param("viewer", viewer.id().value())
                .param("key", key)
                .query(this::of)
                .optional()
                .orElseThrow(() -> new NotFound("draft"));
    }

    /** What was written at last, for this community where one is named. */
    @Transactional(readOnly = true)
    Optional<Draft> latest(Viewer viewer, @Nullable CommunityId community) {
        return jdbc.sql("""
                select %s %s and (:community::bigint is null or d.community_id = :community)
                 order by d.changed_at desc, d.id desc limit 1
                """.formatted(COLUMNS, FROM))
                .param("viewer", viewer.id().value())
                .param("community", community == null ? null : community.value())
                .query(this::of)
                .optional();
    }

    /** All of them, what was written last first. */
    @Transactional(readOnly = true)
    Slice<Draft> list(Viewer viewer, Cursor after, int limit) {
        var rows = jdbc.sql("""
                select %s %s and (d.changed_at, d.id) < (:time, :id)
                 order by d.changed_at desc, d.id desc limit :limit
                """.formatted(COLUMNS, FROM))
                .param("viewer", viewer.id().value())
                .param("time", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query(this::of)
                .list();
        return Slice.of(rows, limit, draft -> Cursor.at(draft.changedAt(), draft.id()));
    }

    /** Forgets what ended, and what nobody touched for long. */
    void sweep() {
        var now = clock.instant();
        var _ = jdbc.sql("""
                delete from draft where changed_at < :ended and ended_at is not null or changed_at < :kept
                """)
                .param("ended", utc(now.minus(ENDED)))
                .param("kept", utc(now.minus(KEPT)))
                .update();
    }

    private Draft of(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                row.getLong("version"),
                Place.of(row),
                json.readValue(row.getString("form"), FORM),
                instant(row, "changed_at"),
                row.getObject("changed_by") == null ? null : PersonCard.of(row, "writer"));
    }

    // What came with the form is named like what was sent ahead of it.
    private static MultiValueMap<String, String> form(Typed typed) {
        var form = new LinkedMultiValueMap<String, String>();
        typed.form().forEach((name, values) -> {
            if (!ASIDE.contains(name))
                form.put(plain(name), values.stream().map(Drafts::plain).toList());
        });
        form.put(
                "files",
                typed.files().enclosed().stream()
                        .map(one -> Long.toString(one.file()))
                        .toList());
        return form;
    }

    // What no database keeps, and what is half a character.
    private static String plain(@Nullable String typed) {
        return typed == null
                ? ""
                : new String(typed.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static int length(MultiValueMap<String, String> form) {
        return form.entrySet().stream()
                .mapToInt(field -> field.getKey().length()
                        + field.getValue().stream().mapToInt(String::length).sum())
                .sum();
    }

    private static boolean blank(MultiValueMap<String, String> form) {
        return form.entrySet().stream()
                .filter(field -> !FRAME.contains(field.getKey()))
                .allMatch(field -> field.getValue().stream().allMatch(String::isBlank));
    }

    private static @Nullable Long community(MultiValueMap<String, String> form) {
        var named = form.getFirst("community");
        return named == null || !named.matches("[0-9]{1,18}") ? null : Long.valueOf(named);
    }

    private static @Nullable UUID key(Typed typed) {
        return keyOrNull(typed.first("draft"));
    }

    static @Nullable UUID keyOrNull(@Nullable String key) {
        try {
            return key == null ? null : UUID.fromString(key);
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }

    /** @throws NotFound for what is no key: it is not there either */
    static UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noKey) {
            throw new NotFound("draft");
        }
    }
}
