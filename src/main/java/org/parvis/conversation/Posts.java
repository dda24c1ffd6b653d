package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Captions;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.files.Revision;
import org.parvis.platform.files.Said;
import org.parvis.platform.text.LanguageGuess;
import org.parvis.platform.text.PlainText;
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

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Where posts are written, read, reworded and taken away. */
@Service
@Transactional
public class Posts {

    /** How the journal names a post. */
    public static final String KIND = "post";

    /** The longest text of a post, in characters, unless its kind says otherwise. */
    public static final int TEXT = 40_000;

    /** The longest that a kind may say. */
    public static final int LONGEST = 200_000;

    /** The most files that a kind may allow, as it does for pictures among the words. */
    public static final int MOST_FILES = 40;

    static final int REASON = 2_000;

    /** Whether the viewer may take away, or might have, what {@code %1$s} is, a post or a comment, under the post p. */
    static final String MIGHT_DELETE = """
            (p.community_id is null or p.community_id in (select id from readable_communities(:viewer)))
            and (%1$s.author_id = :viewer
                 or exists (select from membership m
                             where m.community_id = p.community_id and m.person_id = :viewer and m.role = 'owner'))
            """;

    private final JdbcClient jdbc;
    private final Communities communities;
    private final Wording wording;
    private final Attachments attachments;
    private final PostKinds kinds;
    private final WholePosts whole;
    private final Captions captions;
    private final Journal journal;
    private final Clock clock;

    Posts(
            JdbcClient jdbc,
            Communities communities,
            Wording wording,
            Attachments attachments,
            PostKinds kinds,
            WholePosts whole,
            Captions captions,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.communities = communities;
        this.wording = wording;
        this.attachments = attachments;
        this.kinds = kinds;
        this.whole = whole;
        this.captions = captions;
        this.journal = journal;
        this.clock = clock;
    }

    /** As {@link #publish(Viewer, CommunityId, String, List)}, without files. */
    public PostId publish(Viewer author, @Nullable CommunityId community, @Nullable String typed) {
        return publish(author, community, typed, List.of());
    }

    /** A plain post in a community, or on the author's own wall where none is named, with files that wait for it. */
    public PostId publish(
            Viewer author, @Nullable CommunityId community, @Nullable String typed, List<Enclosure> enclosed) {
        return publish(author, community, Submission.of(typed, enclosed));
    }

    /** Posts in a community, or on the author's own wall where none is named. */
    public PostId publish(Viewer author, @Nullable CommunityId community, Submission<?> submitted) {
        mayPost(author, community);
        submitted.check();
        var title = submitted.cleanTitle();
        var text = wording.kept(author, submitted.cleanText());
        var now = clock.instant();
        var id = new PostId(jdbc.sql("""
                insert into post (kind, author_id, community_id, title, text, language, published_at, active_at)
                values (:kind, :author, :community::bigint, :title, :text, :language, :now, :now)
                returning id
                """)
                .param("kind", submitted.kind().code())
                .param("author", author.id().value())
                .param("community", community == null ? null : community.value())
                .param("title", title)
                .param("text", text)
                .param("language", language(title, text))
                .param("now", utc(now))
                .query(Long.class)
                .single());
        attachments.publish(
                author.id().value(),
                submitted.enclosed(),
                KIND,
                id.value(),
                submitted.kind().files());
        wording.note(author, id, null, community, text);
        submitted.keep(author, id, community);
        touch(community, now);
        journal.append(Activity.by(author.id().value()).create(reference(id)).in(audience(author, community)));
        return id;
    }

    /** As {@link #find}, with the parts that other modules know of, to be shown. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Post show(Viewer viewer, PostId id) {
        var readings = jdbc.sql("select %s from readable_posts(:viewer) p %s where p.id = :id"
                        .formatted(Reading.COLUMNS, Reading.JOINS))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .query(Reading::of)
                .list();
        return whole.read(viewer, readings).stream().findFirst().orElseThrow(() -> new NotFound("post " + id));
    }

    /** @throws NotFound when it is not there or the viewer may not read it */
    @Transactional(readOnly = true)
    public Post find(Viewer viewer, PostId id) {
        return jdbc.sql("select %s from readable_posts(:viewer) p %s where p.id = :id"
                        .formatted(Post.COLUMNS, Post.JOINS))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .query(Post::of)
                .optional()
                .orElseThrow(() -> new NotFound("post " + id));
    }

    /** A community's posts, the most recently active first. */
    @Transactional(readOnly = true)
    public Slice<Post> inCommunity(Viewer viewer, CommunityId community, Cursor after, int limit) {
        communities.read(viewer, community);
        return in(viewer, community, after, limit);
    }

    /**
     * As {@link #inCommunity}, of a community that the viewer has been given to read already, as its page shows them: what
     * is pinned stands above the first ones, and nowhere else.
     */
    @Transactional(readOnly = true)
    Slice<Post> onPage(Viewer viewer, CommunityId community, Cursor after, int limit) {
        var rows = jdbc.sql("""
                select p.on_top, %s
                  from (select p.*, pin.slot is not null as on_top
                          from readable_posts(:viewer) p
                          join pin on pin.post_id = p.id and pin.community_id = p.community_id
                         where p.community_id = :community and :first
                        union all
                        (select p.*, false
                           from readable_posts(:viewer) p
                          where p.community_id = :community and (p.active_at, p.id) < (:at, :id)
                            and not exists (select from pin
                                             where pin.post_id = p.id and pin.community_id = p.community_id)
                          order by p.active_at desc, p.id desc
                          limit :limit)) p
                  %s
                 order by p.on_top desc, p.active_at desc, p.id desc
                """.formatted(Reading.COLUMNS, Reading.JOINS))
                .param("viewer", viewer.id().value())
                .param("community", community.value())
                .param("first", after.equals(Cursor.NEWEST))
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query((row, number) -> new Shown(row.getBoolean("on_top"), Reading.of(row, number)))
                .list();
        var shown = new ArrayList<>(
                rows.stream().filter(Shown::onTop).map(Shown::reading).toList());
        var slice =
                Slice.of(rows.stream().skip(shown.size()).map(Shown::reading).toList(), limit, Reading::byActivity);
        shown.addAll(slice.items());
        return whole.read(viewer, new Slice<>(shown, slice.next()));
    }

    private record Shown(boolean onTop, Reading reading) {}

    private Slice<Post> in(Viewer viewer, CommunityId community, Cursor after, int limit) {
        var rows = jdbc.sql("""
                select %s from readable_posts(:viewer) p %s
                 where p.community_id = :community and (p.active_at, p.id) < (:at, :id)
                 order by p.active_at desc, p.id desc
                 limit :limit
                """.formatted(Reading.COLUMNS, Reading.JOINS))
                .param("viewer", viewer.id().value())
                .param("community", community.value())
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query(Reading::of)
                .list();
        return whole.read(viewer, Slice.of(rows, limit, Reading::byActivity));
    }

    /** What a person wrote anywhere the viewer may read, the newest first. */
    @Transactional(readOnly = true)
    public Slice<Post> byPerson(Viewer viewer, long person, Cursor after, int limit) {
        return newest(viewer, "p.author_id = :subject", person, after, limit);
    }

    /** Posts that name a topic, themselves or in a comment, the newest first. */
    @Transactional(readOnly = true)
    public Slice<Post> withTopic(Viewer viewer, long topic, Cursor after, int limit) {
        var naming = Topics.NAMING.replace("t.id", ":subject");
        return newest(viewer, "p.id in (" + naming + ")", topic, after, limit);
    }

    private Slice<Post> newest(Viewer viewer, String condition, long subject, Cursor after, int limit) {
        var rows = jdbc.sql("""
                select %s from readable_posts(:viewer) p %s
                 where %s and (p.published_at, p.id) < (:at, :id)
                 order by p.published_at desc, p.id desc
                 limit :limit
                """.formatted(Reading.COLUMNS, Reading.JOINS, condition))
                .param("viewer", viewer.id().value())
                .param("subject", subject)
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query(Reading::of)
                .list();
        return whole.read(viewer, Slice.of(rows, limit, Reading::byPublication));
    }

    /** As {@link #edit(Viewer, PostId, String, Revision)}, with the files there are. */
    public void edit(Viewer viewer, PostId id, @Nullable String typed) {
        edit(viewer, id, typed, null);
    }

    /**
     * Rewords the viewer's own post; the earlier wording is kept.
     *
     * @param files what becomes of its files; null leaves them as they are
     */
    public void edit(Viewer viewer, PostId id, @Nullable String typed, @Nullable Revision files) {
        edit(viewer, id, typed, files, new LinkedMultiValueMap<>());
    }

    /**
     * As {@link #edit(Viewer, PostId, String, Revision)}.
     *
     * @param form its title, what its kind asks beside the text, and as {@code wording} which wording it was opened on
     * @throws PostChanged when it was reworded since
     */
    void edit(
            Viewer viewer,
            PostId id,
            @Nullable String typed,
            @Nullable Revision files,
            MultiValueMap<String, String> form) {
        lock(id);
        var post = find(viewer, id);
        if (!post.mayEdit(viewer)) {
            throw new Forbidden("only its author rewords a post");
        }
        var kind = kinds.named(post.kind());
        Invalid.unless(() -> title(kind, post, form), () -> PlainText.clean("text", typed, kind.longest()));
        var title = title(kind, post, form);
        var text = wording.kept(viewer, PlainText.clean("text", typed, kind.longest()));
        var reworded = !text.equals(post.text()) || !Objects.equals(title, post.title());
        if ((reworded || files != null && attachments.differ(files, KIND, id.value()))
                && !post.wordingMark()
                        .equals(form.getOrDefault("wording", List.of(post.wordingMark()))
                                .getFirst())) {
            throw new PostChanged(whole.of(viewer, post));
        }
        var refiled = files != null && attachments.revise(viewer.id().value(), files, KIND, id.value(), kind.files());
        if (refiled || reworded) {
            reword(viewer, post, title, text, refiled);
        }
        kind.reworded(id, form);
        if (files != null || reworded) {
            journal.append(
                    Activity.by(viewer.id().value()).update(reference(id)).in(audience(post)));
        }
    }

    // A form that says nothing of it leaves it as it is.
    private static @Nullable String title(PostKind<?> kind, Post post, MultiValueMap<String, String> form) {
        return kind.titled() && form.containsKey("title")
                ? PlainText.name("title", form.getFirst("title"), Submission.TITLE)
                : post.title();
    }

    private void reword(Viewer viewer, Post post, @Nullable String title, String text, boolean refiled) {
        var id = post.id();
        wording.keep(id, null, post.title(), post.text(), refiled, writtenAt(id));
        jdbc.sql("update post set title = :title, text = :text, language = :language, edited_at = :now where id = :id")
                .param("title", title)
                .param("text", text)
                .param("language", language(title, text))
                .param("now", utc(clock.instant()))
                .param("id", id.value())
                .update();
        wording.note(viewer, id, null, communityOf(post), text);
    }

    /** A text as it is kept: of the communities that it mentions, their numbers and no names. */
    public String kept(Viewer writer, String text) {
        return wording.kept(writer, text);
    }

    /** Keeps what is said in the films and the sound of the viewer's own post, for those who do not hear it. */
    public void caption(Viewer viewer, PostId id, List<Said> said) {
        lock(id);
        var post = find(viewer, id);
        if (!post.mayEdit(viewer)) {
            throw new Forbidden("only its author captions a post");
        }
        said.forEach(one -> captions.keep(KIND, id.value(), one));
        journal.append(Activity.by(viewer.id().value()).update(reference(id)).in(audience(post)));
    }

    /**
     * Takes away the viewer's own post, or as the community's owner somebody else's, who is told the reason. Twice is
     * once, for whoever might have done it.
     */
    public void delete(Viewer viewer, PostId id, @Nullable String typedReason) {
        lock(id);
        if (isGone(viewer, id)) {
            return;
        }
        var post = find(viewer, id);
        if (!post.mayDelete(viewer)) {
            throw new Forbidden("only its author or an owner takes a post away");
        }
        var reason = PlainText.optional("reason", typedReason, REASON);
        jdbc.sql("""
                update post set deleted_at = :now, deleted_by = :viewer, delete_reason = nullif(:reason, '')
                 where id = :id and deleted_at is null
                """)
                .param("now", utc(clock.instant()))
                .param("viewer", viewer.id().value())
                .param("reason", reason)
                .param("id", id.value())
                .update();
        journal.append(Activity.by(viewer.id().value()).delete(reference(id)).in(audience(post)));
    }

    /** Earlier wordings, the latest first; for the author and the community's owners. */
    @Transactional(readOnly = true)
    public Slice<Version> history(Viewer viewer, PostId id, Cursor after, int limit) {
        var post = find(viewer, id);
        if (post.edited() && !post.mayReadHistory(viewer)) {
            throw new Forbidden("only the author and owners read earlier wordings");
        }
        return wording.versions(id, null, after, limit);
    }

    /** A comment came: the post and its community are active again. */
    void answered(Post post, Instant at) {
        jdbc.sql("update post set active_at = greatest(active_at, :at) where id = :id")
                .param("at", utc(at))
                .param("id", post.id().value())
                .update();
        touch(communityOf(post), at);
    }

    private static @Nullable String language(@Nullable String title, String text) {
        return LanguageGuess.of(title == null ? text : title + "\n" + text);
    }

    private void mayPost(Viewer author, @Nullable CommunityId community) {
        if (community == null) {
            if (!author.employee()) {
                throw new Forbidden("guests have no wall");
            }
        } else if (!communities.find(author, community).mayPost()) {
            throw new Forbidden("may not post there");
        }
    }

    // At most once a minute, so that a busy community's row is no queue.
    private void touch(@Nullable CommunityId community, Instant at) {
        if (community != null) {
            jdbc.sql("update community set active_at = :at where id = :id and active_at < :at - interval '1 minute'")
                    .param("at", utc(at))
                    .param("id", community.value())
                    .update();
        }
    }

    private void lock(PostId id) {
        jdbc.sql("select 1 from post where id = :id for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    private boolean isGone(Viewer viewer, PostId id) {
        return jdbc.sql("""
                select exists (select from post p where p.id = :id and p.deleted_at is not null and %s)
                """.formatted(MIGHT_DELETE.formatted("p")))
                .param("id", id.value())
                .param("viewer", viewer.id().value())
                .query(Boolean.class)
                .single();
    }

    private Instant writtenAt(PostId id) {
        return jdbc.sql("select coalesce(edited_at, published_at) as at from post where id = :id")
                .param("id", id.value())
                .query((row, number) -> instant(row, "at"))
                .single();
    }

    static @Nullable CommunityId communityOf(Post post) {
        return post.place() == null ? null : post.place().id();
    }

    static Reference reference(PostId id) {
        return new Reference(KIND, id.value());
    }

    static Reference audience(Post post) {
        return post.place() == null
                ? new Reference("person", post.author().id().value())
                : new Reference(Communities.KIND, post.place().id().value());
    }

    private static Reference audience(Viewer author, @Nullable CommunityId community) {
        return community == null
                ? new Reference("person", author.id().value())
                : new Reference(Communities.KIND, community.value());
    }
}
