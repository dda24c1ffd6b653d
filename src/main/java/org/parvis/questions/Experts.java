package org.parvis.questions;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Who knows something about a question, of those who may read it and want to be asked. */
@Repository
class Experts {

    /** The most terms that a question is looked up by, and people that are looked at for each. */
    private static final int TERMS = 30;

    private static final int EACH = 30;
    private static final int LIKE_IT = 10;

    private final JdbcClient jdbc;

    Experts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One statement, bounded however many people there are: the words of the question are looked up among the terms, and
     * of those who know a term whoever was called least lately is looked at first.
     */
    List<Expert> of(long post, Instant now, int aDay) {
        return jdbc.sql("""
                with asked as materialized (
                    select p.id, p.author_id, p.community_id, p.title,
                           question_words(left(p.title || ' ' || p.text, 8000)) as words
                      from post p
                      join question q on q.post_id = p.id
                     where p.id = :post and p.deleted_at is null and p.hidden_at is null and q.answered_at is null
                ), matched as materialized (
                    select t.term, cardinality(t.words) as weight
                      from asked
                      join expertise_term t on t.words <@ asked.words
                     order by cardinality(t.words) desc, length(t.term) desc, t.term
                     limit :terms
                ), known as (
                    select expert.person_id, matched.term, null::bigint as like_post, matched.weight
                      from asked, matched
                     cross join lateral (
                           select e.person_id
                             from expertise e
                             join person x on x.id = e.person_id
                            where e.term = matched.term and x.state = 'active' and x.deleted_at is null
                              and e.person_id <> asked.author_id
                              and exists (select from readable_posts(e.person_id) r where r.id = asked.id)
                            order by e.called_at, e.person_id
                            limit :each) expert
                    union all
                    select k.author_id, null, old.id, 1
                      from asked
                     cross join lateral (
                           select p.id, similarity(fold(p.title), fold(asked.title)) as alike
                             from post p
                            where p.kind = 'question' and p.deleted_at is null and p.hidden_at is null and p.id <> asked.id
                              and fold(p.title) % fold(asked.title)
                            order by similarity(fold(p.title), fold(asked.title)) desc, p.id desc
                            limit :likeIt) old
                      join acceptance a on a.post_id = old.id
                      join comment k on k.id = a.comment_id and k.deleted_at is null
                ), willing as (
                    select distinct on (answerer.id)
                           answerer.id, known.term, known.like_post, known.weight, answerer.time_zone, answerer.language,
                           answerer.languages, nullif(known.person_id, answerer.id) as in_place_of
                      from known
                     cross join asked
                      left join answering a on a.person_id = known.person_id
                      join person answerer
                        on answerer.id = case when a.away_until >= :today then a.stand_in else known.person_id end
                      left join answering theirs on theirs.person_id = answerer.id
                     where coalesce(a.called, true) and coalesce(theirs.called, true)
                       and answerer.state = 'active' and answerer.deleted_at is null
                       and (answerer.id = known.person_id or theirs.away_until is null or theirs.away_until < :today)
                       and answerer.id <> asked.author_id
                       and not exists (select from question_refusal r
                                        where r.person_id in (known.person_id, answerer.id) and r.term = known.term)
                       and not exists (select from question_call c
                                        where c.post_id = asked.id and c.person_id in (known.person_id, answerer.id))
                     order by answerer.id, known.weight desc, known.term
                )
                select w.*
                  from willing w
                 where exists (select from readable_posts(w.id) r where r.id = :post)
                   and (select count(*) from question_call c where c.person_id = w.id and c.called_at > :aDayAgo) < :aDay
                """)
                .param("post", post)
                .param("terms", TERMS)
                .param("each", EACH)
                .param("likeIt", LIKE_IT)
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .param("aDayAgo", utc(now.minusSeconds(86_400)))
                .param("aDay", aDay)
                .query(Experts::one)
                .list();
    }

    private static Expert one(ResultSet row, int number) throws SQLException {
        return new Expert(
                row.getLong("id"),
                row.getString("term"),
                row.getObject("like_post", Long.class),
                row.getObject("in_place_of", Long.class),
                row.getInt("weight"),
                zone(row.getString("time_zone")),
                languages(row));
    }

    private static List<String> languages(ResultSet row) throws SQLException {
        var spoken = new ArrayList<>(
                Stream.of((String[]) row.getArray("languages").getArray()).toList());
        var own = row.getString("language");
        if (own != null) spoken.add(own);
        return spoken;
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}
