package org.parvis.announcements;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What is announced, and that people have read it. */
@Service
@Transactional
public class Announcements {

    /** How the journal names an announcement; its id is its post's. */
    public static final String KIND = "announcement";

    /** Whether the viewer sees who has read what they may read: its author, and the editors of the network. */
    static final String LOOKED_AFTER = """
            (p.author_id = :viewer
             or exists (select from network_role n where n.person_id = :viewer and n.role = 'editor'))
            """;

    private final JdbcClient jdbc;
    private final Posts posts;
    private final AnnouncingRight right;
    private final Wordings wordings;
    private final Journal journal;
    private final Clock clock;

    Announcements(
            JdbcClient jdbc, Posts posts, AnnouncingRight right, Wordings wordings, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.right = right;
        this.wordings = wordings;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer may not read the post, or it announces nothing */
    @Transactional(readOnly = true)
    public Announcement find(Viewer viewer, PostId id) {
        return posts.show(viewer, id)
                .part(AnnouncementPart.class)
                .map(AnnouncementPart::announcement)
                .orElseThrow(() -> new NotFound("announcement " + id));
    }

    /** @throws Forbidden unless the viewer is its author or an editor of the network */
    @Transactional(readOnly = true)
    public Announcement lookedAfter(Viewer viewer, PostId id) {
        var announcement = find(viewer, id);
        if (!announcement.lookedAfter()) {
            throw new Forbidden("who has read it is for its author and for editors");
        }
        return announcement;
    }

    /**
     * The viewer confirms that they have read it. Twice is once.
     *
     * @throws Forbidden when nobody asks them to
     * @throws Conflict when it is so old that this is forgotten
     */
    public void acknowledge(Viewer viewer, PostId id) {
        var announcement = find(viewer, id);
        if (!announcement.acknowledge() || !announcement.brought()) {
            throw new Forbidden("asked of those whom it is brought to");
        } else if (announcement.settled()) {
            throw new Conflict("announcements.settled");
        }
        jdbc.sql("""
                insert into announcement_reading as r (post_id, person_id, seen_at, read_at, acknowledged_at)
                values (:post, :viewer, :now, :now, :now)
                on conflict (post_id, person_id) do update
                   set read_at = coalesce(r.read_at, excluded.read_at), acknowledged_at = excluded.acknowledged_at
                 where r.acknowledged_at is null
                """)
                .param("post", id.value())
                .param("viewer", viewer.id().value())
                .param("now", utc(clock.instant()))
                .update();
    }

    /** The viewer has it behind them. What is not brought to them, or is too old, leaves no trace. */
    public void read(Viewer viewer, PostId id) {
        read(viewer, find(viewer, id));
    }

    /** As {@link #read(Viewer, PostId)}, of one that the viewer has before them. */
    void read(Viewer viewer, Announcement announcement) {
        if (announcement.brought() && !announcement.read() && !announcement.settled()) {
            jdbc.sql("""
                    insert into announcement_reading as r (post_id, person_id, seen_at, read_at)
                    values (:post, :viewer, :now, :now)
                    on conflict (post_id, person_id) do update set read_at = excluded.read_at where r.read_at is null
                    """)
                    .param("post", announcement.post().value())
                    .param("viewer", viewer.id().value())
                    .param("now", utc(clock.instant()))
                    .update();
        }
    }

    /**
     * The post of an announcement whose words the viewer may change.
     *
     * @throws Forbidden for others than its author
     */
    @Transactional(readOnly = true)
    public Post worded(Viewer viewer, PostId id) {
        var _ = find(viewer, id);
        var post = posts.find(viewer, id);
        if (!post.mayEdit(viewer)) {
            throw new Forbidden("only its author rewords an announcement");
        }
        return post;
    }

    /**
     * Keeps these words in other languages in place of what there was; its first ones are reworded as those of any post.
     *
     * @throws Invalid as when it was published
     */
    void reword(Viewer viewer, PostId id, List<AnnouncementDraft.@Nullable WordingDraft> typed) {
        var post = worded(viewer, id);
        wordings.keep(
                id, kept(viewer, new AnnouncementDraft(null, null, null, null, typed).words(wordings.languages())));
        var place = post.place();
        journal.append(Activity.by(viewer.id().value())
                .update(new Reference(Posts.KIND, id.value()))
                .in(audience(viewer, place == null ? null : place.id())));
    }

    private List<AnnouncementDraft.Words> kept(Viewer author, List<AnnouncementDraft.Words> words) {
        return words.stream()
                .map(one -> new AnnouncementDraft.Words(one.language(), one.title(), posts.kept(author, one.text())))
                .toList();
    }

    /** A post that is being written announces something. */
    void keep(Viewer author, PostId id, @Nullable CommunityId place, AnnouncementDraft draft) {
        right.check(author, place);
        var now = clock.instant();
        var words = new ArrayList<AnnouncementDraft.Words>();
        Invalid.unless(
                () -> known(author, draft.targeting()),
                () -> draft.expiry(now),
                () -> words.addAll(draft.words(wordings.languages())));
        jdbc.sql("""
                insert into announcement (post_id, departments, sites, countries, job_titles, communities, acknowledge,
                                          expires_at)
                values (:post, :departments, :sites, :countries, :jobTitles, :communities, :acknowledge, :expiresAt)
                """)
                .params(draft.targeting().parameters())
                .param("post", id.value())
                .param("acknowledge", draft.asksToAcknowledge())
                .param("expiresAt", utc(draft.expiry(now)))
                .update();
        wordings.keep(id, kept(author, words));
        if (draft.isClosed()) {
            jdbc.sql("update post set closed_at = published_at where id = :post")
                    .param("post", id.value())
                    .update();
        }
        if (draft.asksToAcknowledge()) {
            begin(author, id, false);
        }
        journal.append(Activity.by(author.id().value())
                .create(new Reference(KIND, id.value()))
                .in(audience(author, place)));
    }

    /** Those who are asked to confirm are told from now on, a thousand numbers at a time ({@link Rounds}). */
    void begin(Viewer viewer, PostId id, boolean reminder) {
        jdbc.sql("""
                insert into announcement_round (post_id, begun_by, begun_at, reminder)
                values (:post, :viewer, :now, :reminder)
                """)
                .param("post", id.value())
                .param("viewer", viewer.id().value())
                .param("now", utc(clock.instant()))
                .param("reminder", reminder)
                .update();
    }

    // Of a community whose members one may not see, a number of people reached would tell who they are.
    private void known(Viewer author, Targeting targeting) {
        var readable = jdbc.sql("select count(*) from readable_communities(:author) where id = any (:communities)")
                .param("author", author.id().value())
                .param("communities", targeting.communities().toArray(Long[]::new))
                .query(Long.class)
                .single();
        if (readable < targeting.communities().size()) {
            throw new Invalid("audience", "announcements.no-community");
        }
    }

    private static Reference audience(Viewer author, @Nullable CommunityId place) {
        return place == null
                ? new Reference("person", author.id().value())
                : new Reference(Communities.KIND, place.value());
    }
}
