package org.parvis.notifications;

import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.people.PersonCard;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What somebody was told, as far as they may read today what it is about; reading it is noted here. */
@Service
@Transactional
public class Notifications {

    /** How the journal names a notification. */
    public static final String KIND = "notification";

    /** The bell says “99+” beyond; more need not be counted. */
    static final int COUNTED = 100;

    // Rights are asked here, in the query, for every exit: the post, the community or the removed words' place. An
    // answer
    // that was taken away, a request that was withdrawn and an announcement that was confirmed are no news either.
    private static final String SHOWN = """
              from notification n
              left join lateral (select p.id, p.community_id, p.title, p.text
                                   from readable_posts(:viewer) p
                                  where n.subject_kind = 'post' and n.kind <> 'post_removed' and p.id = n.subject_id
                                ) post on true
              left join announcement_wording wording
                     on wording.post_id = post.id and wording.language = (select language from person where id = :viewer)
              left join lateral (select p.id, p.community_id, p.title, p.text, p.delete_reason
                                   from post p
                                  where n.kind = 'post_removed' and p.id = n.subject_id
                                    and p.author_id = :viewer and p.deleted_at is not null
                                ) removed on true
              left join lateral (select t.community_id, t.words, t.outcome, t.reason, t.subject_kind, t.subject_id
                                   from told_reports(:viewer) t
                                  where n.subject_kind = 'report' and t.id = n.subject_id and t.kind = n.kind
                                ) report on true
              left join lateral (select c.id, c.name
                                   from findable_communities(:viewer) c
                                  where c.id = case n.subject_kind when 'community' then n.subject_id
                                                                   else coalesce(post.community_id, removed.community_id,
                                                                                 report.community_id) end
                                ) place on true
             where n.person_id = :viewer
               and case when n.kind = 'post_removed'
                        then removed.community_id is null or exists (select from readable_communities(:viewer) c
                                                                      where c.id = removed.community_id)
                        when n.kind in ('announced', 'reminded')
                        then post.id is not null
                             and (n.read_at is not null
                                  or not exists (select from announcement_reading r
                                                  where r.post_id = n.subject_id and r.person_id = :viewer
                                                    and r.acknowledged_at is not null))
                        when n.subject_kind = 'post' then post.id is not null
                                                      and (n.kind = 'comment_removed' or n.count > 1
                                                           or not exists (select from comment k
                                                                           where k.id = n.comment_id
                                                                             and not stands(k, :viewer)))
                        when n.kind = 'request' then exists (select from membership m
                                                              where m.community_id = n.subject_id and m.person_id = :viewer
                                                                and m.role = 'owner')
                                                 and (n.read_at is not null
                                                      or exists (select from membership_request r
                                                                  where r.community_id = n.subject_id))
                        when n.subject_kind = 'community' then place.id is not null
                        when n.kind = 'unpublished' then exists (select from draft d
                                                                    where d.id = n.subject_id and d.person_id = :viewer
                                                                      and d.refusal is not null and d.ended_at is null)
                        when n.subject_kind = 'report' then report.subject_id is not null
                        when n.subject_kind = 'draft' then exists (select from writable_drafts(:viewer) d
                                                                    where d.id = n.subject_id)
                        else true end
            """;

    /** How many the viewer has not read, counted up to a hundred. */
    static final String UNREAD =
            "select count(*) from (select 1 %s and n.read_at is null limit %d) unread".formatted(SHOWN, COUNTED);

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Notifications(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public Slice<Notification> list(Viewer viewer, boolean onlyUnread, Cursor after, int limit) {
        var rows = jdbc.sql(listed("and (n.at, n.id) < (:at, :id) and (not :onlyUnread or n.read_at is null)"))
                .param("viewer", viewer.id().value())
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("onlyUnread", onlyUnread)
                .param("limit", limit + 1)
                .query(Notification::of)
                .list();
        return Slice.of(rows, limit, told -> Cursor.at(told.at(), told.id().value()));
    }

    /** Those of these that the person has not read and may still read, the newest first; one statement. */
    @Transactional(readOnly = true)
    List<Notification> stillUnread(PersonId person, Collection<Long> notifications) {
        return jdbc.sql(listed("and n.id = any (:ids) and n.read_at is null"))
                .param("viewer", person.value())
                .param("ids", notifications.toArray(Long[]::new))
                .param("limit", notifications.size())
                .query(Notification::of)
                .list();
    }

    /** What the person has not read since then, and what no mail has told them or is about to, the newest first. */
    @Transactional(readOnly = true)
    List<Notification> untold(PersonId person, Instant since, Collection<NotificationKind> kinds, int limit) {
        return jdbc.sql(listed("""
                and n.read_at is null and n.at > :since and n.kind = any (:kinds)
                and not exists (select from mail_line l where l.notification_id = n.id and l.mail_id is null)
                and not exists (select from mail_told t where t.notification_id = n.id and t.position >= n.position)
                """))
                .param("viewer", person.value())
                .param("since", utc(since))
                .param("kinds", kinds.stream().map(NotificationKind::code).toArray(String[]::new))
                .param("limit", limit)
                .query(Notification::of)
                .list();
    }

    private static String listed(String condition) {
        return """
                select shown.*, %s
                  from (select n.id, n.kind, n.actors, n.count, n.read_at, n.at, n.position,
                               case when n.subject_kind = 'post' then n.subject_id end as post_id,
                               (select k.id from comment k where k.id = n.comment_id and stands(k, :viewer)) as comment_id,
                               place.id as community_id, place.name as community_name,
                               coalesce(wording.title, post.title, post.text, removed.title, removed.text, report.words) as words,
                               coalesce(removed.delete_reason, report.reason,
                                        (select d.refusal from draft d
                                          where n.subject_kind = 'draft' and d.id = n.subject_id and d.person_id = :viewer),
                                        (select k.delete_reason from comment k
                                          where n.kind = 'comment_removed' and k.id = n.comment_id)) as reason,
                               case when n.subject_kind = 'report' then n.subject_id end as report_id,
                               report.outcome, report.subject_kind as thing_kind, report.subject_id as thing_id
                        %s
                           %s
                         order by n.at desc, n.id desc
                         limit :limit) shown
                  left join visible_people(:viewer) actor on actor.id = shown.actors[1]
                 order by shown.at desc, shown.id desc
                """.formatted(PersonCard.columns("actor"), SHOWN, condition);
    }

    /** How many are unread, counted up to a hundred; one statement. */
    @Transactional(readOnly = true)
    public int unread(Viewer viewer) {
        return jdbc.sql(UNREAD)
                .param("viewer", viewer.id().value())
                .query(Integer.class)
                .single();
    }

    /** Marks everything up to this one as read. */
    public void readUntil(Viewer viewer, NotificationId id) {
        var known = jdbc.sql("select 1 from notification where id = :id and person_id = :viewer")
                .param("id", id.value())
                .param("viewer", viewer.id().value())
                .query(Integer.class)
                .optional();
        if (known.isEmpty()) {
            throw new NotFound("notification " + id);
        }
        read(viewer, "and (at, id) <= (select at, id from notification where id = :id)", id.value());
    }

    /** Marks what is about this post as read, since the viewer has it before them. */
    void visitedPost(Viewer viewer, long post) {
        read(viewer, "and subject_kind = 'post' and subject_id = :id and kind <> 'post_removed'", post);
    }

    /** Marks what is about this report as read, since the viewer has it before them. */
    void visitedReport(Viewer viewer, long report) {
        read(viewer, "and subject_kind = 'report' and subject_id = :id", report);
    }

    /** Marks what is about this community as read; requests wait for the list of members. */
    void visitedCommunity(Viewer viewer, long community, boolean members) {
        var kinds = members ? "" : " and kind <> 'request'";
        read(viewer, "and subject_kind = 'community' and subject_id = :id" + kinds, community);
    }

    // Other pages of the person, on whatever node, hear of it by the journal.
    private void read(Viewer viewer, String which, long id) {
        var last = jdbc.sql("""
                with done as (
                    update notification set read_at = :now
                     where person_id = :viewer and read_at is null %s
                    returning id
                )
                select max(id) from done
                """.formatted(which))
                .param("now", utc(clock.instant()))
                .param("viewer", viewer.id().value())
                .param("id", id)
                .query(Long.class)
                .optional();
        last.ifPresent(read -> journal.append(Activity.by(viewer.id().value())
                .did(Verb.READ, Reference.to(KIND, read))
                .to(Reference.to("person", viewer.id().value()))));
    }
}
