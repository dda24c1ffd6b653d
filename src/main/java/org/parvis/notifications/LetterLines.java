package org.parvis.notifications;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.parvis.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What waits for a letter. */
@Repository
class LetterLines {

    /** As many of one person's are looked at together; the others follow. */
    private static final int TOGETHER = 500;

    private final JdbcClient jdbc;

    LetterLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PersonId> due(Instant now, int most) {
        return jdbc.sql("""
                select person_id
                  from (select person_id, due_at from mail_line
                         where mail_id is null and due_at <= :now
                         order by due_at
                         limit :most) due
                 group by person_id
                 order by min(due_at), person_id
                """)
                .param("now", utc(now))
                .param("most", most)
                .query((row, number) -> new PersonId(row.getLong("person_id")))
                .list();
    }

    /** What waits for this person, the oldest first, until the transaction ends nobody else's. */
    List<LetterLine> lock(PersonId person) {
        return jdbc.sql("""
                select l.id, l.notification_id, l.due_at, n.kind, n.subject_kind || '-' || n.subject_id as thread
                  from mail_line l
                  join notification n on n.id = l.notification_id
                 where l.person_id = :person and l.mail_id is null
                 order by l.id
                 limit :most
                   for update of l skip locked
                """)
                .param("person", person.value())
                .param("most", TOGETHER)
                .query(LetterLines::line)
                .list();
    }

    /** What these say, of those whose notification is among the ones the person may be told of; the oldest first. */
    List<LetterLine.Said> said(PersonId person, List<LetterLine> lines, List<Notification> readable) {
        return jdbc.sql("""
                select l.id, n.kind, actor.name as actor,
                       coalesce(k.text,
                                nullif(concat_ws(E'\\n\\n', coalesce(w.title, post.title), coalesce(w.text, post.text)), ''),
                                '') as words
                  from mail_line l
                  join notification n on n.id = l.notification_id
                  left join lateral (select p.id, p.title, p.text
                                       from readable_posts(:viewer) p
                                      where n.subject_kind = 'post' and p.id = n.subject_id) post on true
                  left join announcement_wording w
                         on w.post_id = post.id and w.language = (select language from person where id = :viewer)
                  left join comment k on k.id = l.comment_id and k.post_id = post.id and stands(k, :viewer)
                  left join visible_people(:viewer) actor on actor.id = l.actor_id
                 where l.id = any (:lines) and n.id = any (:readable)
                   and (n.subject_kind <> 'post' or post.id is not null)
                   and (l.comment_id is null or k.id is not null)
                 order by l.id
                """)
                .param("viewer", person.value())
                .param("lines", ids(lines))
                .param(
                        "readable",
                        readable.stream().map(told -> told.id().value()).toArray(Long[]::new))
                .query((row, number) -> new LetterLine.Said(
                        row.getLong("id"),
                        NotificationKind.of(row.getString("kind")),
                        row.getString("actor"),
                        row.getString("words")))
                .list();
    }

    void putOff(Collection<LetterLine> lines, Instant until) {
        jdbc.sql("update mail_line set due_at = :until where id = any (:ids)")
                .param("until", utc(until))
                .param("ids", ids(lines))
                .update();
    }

    void drop(Collection<LetterLine> lines) {
        jdbc.sql("delete from mail_line where id = any (:ids)")
                .param("ids", ids(lines))
                .update();
    }

    /** What was said stands in this mail now, and what can no longer be said waits no more. */
    void settle(Collection<LetterLine> lines, List<LetterLine.Said> said, long mail) {
        jdbc.sql("update mail_line set mail_id = :mail where id = any (:said)")
                .param("mail", mail)
                .param("said", said.stream().map(LetterLine.Said::line).toArray(Long[]::new))
                .update();
        jdbc.sql("delete from mail_line where id = any (:ids) and mail_id is null")
                .param("ids", ids(lines))
                .update();
    }

    private static Long[] ids(Collection<LetterLine> lines) {
        return lines.stream().map(LetterLine::id).toArray(Long[]::new);
    }

    private static LetterLine line(ResultSet row, int number) throws SQLException {
        return new LetterLine(
                row.getLong("id"),
                row.getLong("notification_id"),
                NotificationKind.of(row.getString("kind")),
                row.getString("thread"),
                instant(row, "due_at"));
    }
}
