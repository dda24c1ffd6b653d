package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.instantOrNull;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What people have begun to write: theirs and their co-authors', on every device of theirs, until it is published. */
@Service
@Transactional
class Drafts {

    /** How the journal and the files name a draft. */
    static final String KIND = "draft";

    /** The most that somebody has at once. */
    static final int MOST = 50;

    /** The longest form, in characters of all its fields. */
    static final int LENGTH = Posts.LONGEST + Posts.TEXT;

    /** How long a draft that nobody touches is kept, and its files with it. */
    static final Duration KEPT = Duration.ofDays(90);

    // Long enough for whatever was on its way when it ended.
    private static final Duration ENDED = Duration.ofDays(1);

    // What a form says of itself, and not of what is to be written.
    private static final Set<String> ASIDE = Set.of(
            "draft",
            "version",
            "window",
            "coauthor",
            "to",
            "inPlace",
            "here",
            "turn",
            "more",
            "without",
            "_method",
            "publishOn",
            "publishTime");

    // What stands in a form in which nothing was typed.
    private static final Set<String> FRAME = Set.of("kind", "community");

    private static final TypeReference<LinkedMultiValueMap<String, String>> FORM = new TypeReference<>() {};

    static final String COLUMNS =
            "d.id, d.key, d.version, d.form, d.changed_at, d.changed_by, d.publish_at, d.refusal, " + Place.COLUMNS
                    + ", " + PersonCard.columns("author") + ", " + PersonCard.columns("writer");

    private static final String FROM = """
            from writable_drafts(:viewer) d
            join person author on author.id = d.person_id
            left join community place on place.id = d.community_id
                                     and place.id in (select id from readable_communities(:viewer))
            left join person writer on writer.id = d.changed_by
            where true
            """;

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Attachments attachments;
    private final MentionedCommunities mentioned;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(
            JdbcClient jdbc,
            Posts posts,
            Attachments attachments,
            MentionedCommunities mentioned,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.attachments = attachments;
        this.mentioned = mentioned;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps what stands in a form under the key it carries, in place of what was kept there. An empty form is no draft;
     * answers whether there is one. What changes is no longer planned.
     *
     * @throws Invalid for {@code draft} when the form carries no key, is too long, or is one too many
     * @throws DraftChanged when it was kept from elsewhere since the form was opened
     * @throws Conflict when it was published or discarded meanwhile, as in another window
     */
    boolean keep(Viewer author, Typed typed) {
        var key = Optional.ofNullable(key(typed)).orElseThrow(() -> new Invalid("draft", "conversation.drafts.lost"));
        var form = form(typed);
        form.replaceAll((name, texts) -> name.equals("text") || name.startsWith("text-")
                ? texts.stream().map(text -> mentioned.kept(author, text)).toList()
                : texts);
        if (length(form) > LENGTH) throw new Invalid("draft", "conversation.drafts.long", LENGTH);
        var kept = latest(author, key, typed);
        if (kept.filter(Kept::shared).isPresent()) {
            keep(author, kept.get(), typed, form);
            return true;
        }
        attachments.hold(
                author.id().value(), typed.files().enclosed(), clock.instant().plus(KEPT));
        if (blank(form)) {
            end(author, key);
            return false;
        }
        keep(author, key, typed, form);
        return true;
    }

    // Where it goes and what it is its author alone decides.
    private void keep(Viewer writer, Kept kept, Typed typed, MultiValueMap<String, String> form) {
        if (!kept.by(writer)) {
            var before = find(writer, kept.key()).form();
            FRAME.forEach(name -> form.put(name, before.getOrDefault(name, List.of())));
        }
        form.put("files", brought(writer, kept, typed));
        var _ = jdbc.sql("""
                update draft
                   set publish_at = case when form = :form::jsonb then publish_at end, refusal = null,
                       form = :form::jsonb, changed_at = :now, changed_in = :window::uuid, changed_by = :writer,
                       version = version + 1,
                       community_id = (select id from readable_communities(person_id) where id = :community::bigint)
                 where id = :id
                """)
                .param("form", json.writeValueAsString(form))
                .param("now", utc(clock.instant()))
                .param("window", typed.window())
                .param("writer", writer.id().value())
                .param("community", community(form))
                .param("id", kept.id())
                .update();
    }

    // Nobody names a file that somebody else has not brought.
    private List<String> brought(Viewer writer, Kept kept, Typed typed) {
        var enclosed = typed.files().enclosed();
        attachments.bring(writer.id().value(), enclosed, KIND, kept.id());
        return attachments.among(writer.id().value(), enclosed, KIND, kept.id()).stream()
                .map(file -> Long.toString(file.id()))
                .toList();
    }

    /** A draft that is kept, held for whoever writes on it now. */
    private record Kept(long id, UUID key, long author, boolean shared, boolean changed) {

        boolean by(Viewer viewer) {
            return viewer.id().value() == author;
        }
    }

    // The form that kept it last need not know its version: its answer may have been lost.
    private Optional<Kept> latest(Viewer viewer, UUID key, Typed typed) {
        var kept = jdbc.sql("""
                select d.id, d.key, d.person_id,
                       exists (select from draft_coauthor c where c.draft_id = d.id) as shared,
                       coalesce(d.version <> :version::bigint and d.changed_in is distinct from :window::uuid, false)
                           as changed
                  from draft d
                 where d.id = (select w.id from writable_drafts(:viewer) w
                                where w.key = :key
                                order by w.person_id = :viewer desc
                                limit 1)
                   for update
                """)
                .param("version", typed.version())
                .param("window", typed.window())
                .param("viewer", viewer.id().value())
                .param("key", key)
                .query((row, number) -> new Kept(
                        row.getLong("id"),
                        row.getObject("key", UUID.class),
                        row.getLong("person_id"),
                        row.getBoolean("shared"),
                        row.getBoolean("changed")))
                .optional();
        if (kept.filter(Kept::changed).isPresent()) throw new DraftChanged(find(viewer, key));
        return kept;
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
                       changed_in = excluded.changed_in, changed_by = excluded.changed_by, version = draft.version + 1,
                       publish_at = case when draft.form = excluded.form then draft.publish_at end, refusal = null
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
     * @throws Invalid for {@code text} when it was published as planned meanwhile
     */
    PostId publish(Viewer author, Typed typed, Submission<?> submitted) {
        var key = key(typed);
        if (key == null) return posts.publish(author, typed.community(), submitted);
        if (publishedAsPlanned(author, key)) throw new Invalid("text", "conversation.plan.over");
        var kept = latest(author, key, typed);
        if (kept.filter(one -> !one.by(author)).isPresent()) throw new Forbidden("only its author publishes a draft");
        kept.filter(Kept::shared)
                .ifPresent(one ->
                        attachments.bringBack(author.id().value(), typed.files().enclosed(), KIND, one.id()));
        var id = posts.publish(author, typed.community(), submitted);
        kept.ifPresent(one -> sign(id, one));
        end(author, key);
        return id;
    }

    // Who may not read there any more is not named there.
    private void sign(PostId post, Kept draft) {
        var _ = jdbc.sql("""
                insert into post_coauthor (post_id, person_id, position)
                select :post, c.person_id, row_number() over (order by c.invited_at, c.person_id)
                  from draft_coauthor c
                 where c.draft_id = :draft and exists (select from readable_posts(c.person_id) p where p.id = :post)
                """)
                .param("post", post.value())
                .param("draft", draft.id())
                .update();
    }

    /** Keeps others from ending it until the caller's transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void lock(Viewer author, UUID key) {
        var _ = jdbc.sql("select 1 from draft where person_id = :author and key = :key for update")
                .param("author", author.id().value())
                .param("key", key)
                .query(Integer.class)
                .optional();
    }

    // Whoever publishes at the planned moment waits for the job, or the job for them.
    private boolean publishedAsPlanned(Viewer author, UUID key) {
        return jdbc.sql("""
                select ended_at is not null and publish_at is not null
                  from draft where person_id = :author and key = :key
                   for update
                """)
                .param("author", author.id().value())
                .param("key", key)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Throws a draft of the viewer's away with the files that wait for it. */
    void discard(Viewer author, UUID key) {
        var draft = find(author, key);
        if (!draft.mine(author)) throw new Forbidden("only its author throws a draft away");
        end(author, key);
        draft.typed().files().enclosed().stream()
                .map(Enclosure::file)
                .forEach(file -> attachments.discard(author.id().value(), file));
    }

    private void end(Viewer author, UUID key) {
        var shared = jdbc.sql("""
                delete from draft_coauthor
                 where draft_id = (select id from draft where person_id = :author and key = :key)
                returning draft_id
                """)
                .param("author", author.id().value())
                .param("key", key)
                .query(Long.class)
                .set();
        shared.forEach(draft -> attachments.forgetAt(KIND, draft));
        var _ = jdbc.sql("""
                insert into draft (person_id, key, form, changed_at, ended_at)
                values (:author, :key, '{}', :now, :now)
                on conflict (person_id, key) do update set form = '{}', changed_at = :now, ended_at = :now, publish_at = null
                """)
                .param("author", author.id().value())
                .param("key", key)
                .param("now", utc(clock.instant()))
                .update();
    }

    /** @throws NotFound when the viewer has none of this key */
    @Transactional(readOnly = true)
    Draft find(Viewer viewer, UUID key) {
        return jdbc.sql("select %s %s and d.key = :key order by d.person_id = :viewer desc limit 1"
                        .formatted(COLUMNS, FROM))
                .param("viewer", viewer.id().value())
                .param("key", key)
                .query(this::of)
                .optional()
                .map(draft -> named(viewer, draft))
                .orElseThrow(() -> new NotFound("draft"));
    }

    /** What files of a form may be shown again: what waits for the viewer, and what the draft has. */
    @Transactional(readOnly = true)
    List<Attachment> files(Viewer viewer, Typed typed) {
        var enclosed = typed.files().enclosed();
        if (enclosed.isEmpty()) return List.of();
        var shared = jdbc.sql("""
                select w.id from writable_drafts(:viewer) w
                 where w.key = :key and exists (select from draft_coauthor c where c.draft_id = w.id)
                 limit 1
                """)
                .param("viewer", viewer.id().value())
                .param("key", key(typed))
                .query(Long.class)
                .optional();
        return shared.map(draft -> attachments.among(viewer.id().value(), enclosed, KIND, draft))
                .orElseGet(() -> attachments.waiting(viewer.id().value(), enclosed));
    }

    /** What was written at last and is not planned, for this community where one is named. */
    @Transactional(readOnly = true)
    Optional<Draft> latest(Viewer viewer, @Nullable CommunityId community) {
        return jdbc.sql("""
                select %s %s and d.person_id = :viewer and d.publish_at is null
                   and (:community::bigint is null or d.community_id = :community)
                 order by d.changed_at desc, d.id desc limit 1
                """.formatted(COLUMNS, FROM))
                .param("viewer", viewer.id().value())
                .param("community", community == null ? null : community.value())
                .query(this::of)
                .optional()
                .map(draft -> named(viewer, draft));
    }

    private Draft named(Viewer viewer, Draft draft) {
        return draft.saying(mentioned.written(viewer, draft.text()));
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
        jdbc.sql("""
                delete from draft
                 where changed_at < :ended and ended_at is not null
                    or changed_at < :kept and publish_at is null
                returning id
                """)
                .param("ended", utc(now.minus(ENDED)))
                .param("kept", utc(now.minus(KEPT)))
                .query(Long.class)
                .list()
                .forEach(draft -> attachments.forgetAt(KIND, draft));
    }

    Draft of(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getLong("id"),
                row.getObject("key", UUID.class),
                row.getLong("version"),
                Place.of(row),
                json.readValue(row.getString("form"), FORM),
                instant(row, "changed_at"),
                PersonCard.of(row, "author"),
                row.getObject("changed_by") == null ? null : PersonCard.of(row, "writer"),
                instantOrNull(row, "publish_at"),
                row.getString("refusal"));
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

    static @Nullable UUID key(Typed typed) {
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
