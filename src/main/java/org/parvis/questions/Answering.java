package org.parvis.questions;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** How somebody wants to be asked: at all, about what not, and who answers while they are away. */
@Service
@Transactional
class Answering {

    static final int A_YEAR = 366;

    /** What somebody wants; an absence that is over is none; {@code refused} are the terms they are not asked about, as they write them themselves. */
    record Wishes(
            boolean called,
            @Nullable LocalDate awayUntil,
            @Nullable PersonId standIn,
            @Nullable String standInName,
            List<String> refused) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Answering(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Wishes of(Viewer viewer) {
        return jdbc.sql("""
                select coalesce(a.called, true) as called,
                       case when a.away_until >= :today then a.away_until end as away_until, s.id as stand_in, s.name as stand_in_name,
                       array(select coalesce((select said from unnest(me.expertise) said
                                               where left(fold(said), 120) = r.term limit 1), r.term)
                               from question_refusal r
                              where r.person_id = me.id order by r.term limit 100) as refused
                  from person me
                  left join answering a on a.person_id = me.id
                  left join visible_people(:viewer) s on s.id = a.stand_in and a.away_until >= :today
                 where me.id = :viewer
                """)
                .param("viewer", viewer.id().value())
                .param("today", today(viewer))
                .query((row, number) -> {
                    var standIn = row.getObject("stand_in", Long.class);
                    return new Wishes(
                            row.getBoolean("called"),
                            row.getObject("away_until", LocalDate.class),
                            standIn == null ? null : new PersonId(standIn),
                            row.getString("stand_in_name"),
                            List.of((String[]) row.getArray("refused").getArray()));
                })
                .single();
    }

    /**
     * Keeps what the viewer wants. The stand-in is named by their address; with none, and no date, nobody is.
     *
     * @throws Invalid when only one of the two is given, nobody has that address, or the date is past or far
     */
    void keep(Viewer viewer, boolean called, @Nullable LocalDate awayUntil, @Nullable PersonId standIn) {
        if (awayUntil == null && standIn != null) throw new Invalid("awayUntil", "questions.answering.until.none");
        if (awayUntil != null && standIn == null) throw new Invalid("standIn", "questions.answering.stand-in.none");
        var today = today(viewer);
        if (awayUntil != null && (awayUntil.isBefore(today) || awayUntil.isAfter(today.plusDays(A_YEAR)))) {
            throw new Invalid("awayUntil", "questions.answering.until.when");
        }
        jdbc.sql("""
                insert into answering (person_id, called, away_until, stand_in)
                values (:viewer, :called, :until::date, :standIn::bigint)
                on conflict (person_id) do update
                   set called = excluded.called, away_until = excluded.away_until, stand_in = excluded.stand_in
                """)
                .param("viewer", viewer.id().value())
                .param("called", called)
                .param("until", awayUntil)
                .param("standIn", standIn == null ? null : standIn.value())
                .update();
    }

    /** Who is meant by a name or an address, of those whom the viewer sees and who can answer; never the viewer. */
    @Transactional(readOnly = true)
    PersonId named(Viewer viewer, String typed) {
        var found = jdbc.sql("""
                select p.id
                  from visible_people(:viewer) p
                 where p.id <> :viewer and p.kind = 'employee' and p.state = 'active'
                   and (p.folded_name = fold(:typed) or lower(p.email) = lower(:typed))
                 limit 2
                """)
                .param("viewer", viewer.id().value())
                .param("typed", typed)
                .query(Long.class)
                .list();
        if (found.size() != 1) {
            throw new Invalid(
                    "standIn", found.isEmpty() ? "questions.answering.nobody" : "questions.answering.several");
        }
        return new PersonId(found.getFirst());
    }

    /** The viewer may be asked about this again. */
    void allow(Viewer viewer, String term) {
        jdbc.sql("delete from question_refusal where person_id = :viewer and term = left(fold(:term), 120)")
                .param("viewer", viewer.id().value())
                .param("term", term)
                .update();
    }

    private LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
