package org.parvis.people;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;

/** Who follows whom. Twice is once. */
@Service
@Transactional
public class Following {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final People people;
    private final Clock clock;

    Following(JdbcClient jdbc, Journal journal, People people, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.people = people;
        this.clock = clock;
    }

    /** @throws NotFound for whom the viewer may not know of */
    public void follow(Viewer viewer, PersonId followed) {
        people.find(viewer, followed);
        if (viewer.is(followed)) {
            throw new Forbidden("nobody follows themselves");
        }
        var rows = jdbc.sql("""
                insert into person_follow (follower_id, followed_id, since) values (:viewer, :followed, :now)
                on conflict do nothing
                """)
                .param("viewer", viewer.id().value())
                .param("followed", followed.value())
                .param("now", utc(clock.instant()))
                .update();
        if (rows == 1) {
            journal.append(Activity.by(viewer.id().value()).follow(Reference.to(People.KIND, followed.value())));
        }
    }

    /** @throws NotFound for whom the viewer may not know of */
    public void unfollow(Viewer viewer, PersonId followed) {
        people.find(viewer, followed);
        var rows = jdbc.sql("delete from person_follow where follower_id = :viewer and followed_id = :followed")
                .param("viewer", viewer.id().value())
                .param("followed", followed.value())
                .update();
        if (rows == 1) {
            journal.append(Activity.by(viewer.id().value()).undo(Reference.to(People.KIND, followed.value())));
        }
    }

    /** Who follows a person, the newest first, as far as the viewer may see them. */
    @Transactional(readOnly = true)
    public Slice<PersonCard> followers(Viewer viewer, PersonId followed, Cursor after, int limit) {
        return list(viewer, followed, "follower_id", "followed_id", after, limit);
    }

    /** Whom a person follows, the newest first, as far as the viewer may see them. */
    @Transactional(readOnly = true)
    public Slice<PersonCard> followed(Viewer viewer, PersonId follower, Cursor after, int limit) {
        return list(viewer, follower, "followed_id", "follower_id", after, limit);
    }

    private Slice<PersonCard> list(
            Viewer viewer, PersonId person, String listed, String given, Cursor after, int limit) {
        people.find(viewer, person);
        var rows = jdbc.sql("""
                select %s, f.since
                  from person_follow f
                  join visible_people(:viewer) p on p.id = f.%s
                 where f.%s = :person
                   and (f.since, p.id) < (:at, :id)
                 order by f.since desc, p.id desc
                 limit :limit
                """.formatted(PersonCard.columns("p"), listed, given))
                .param("viewer", viewer.id().value())
                .param("person", person.value())
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query((row, number) -> new Since(PersonCard.of(row, "p"), instant(row, "since")))
                .list();
        return Slice.of(rows, limit, Since::cursor).map(Since::card);
    }

    private record Since(PersonCard card, Instant since) {

        Cursor cursor() {
            return Cursor.at(since, card.id().value());
        }
    }
}
