package org.parvis.questions;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;

/** Brings questions to those who may know the answer: few to each question, few a day to each person, with the reason. */
@Service
@Transactional
class Calls {

    /** Whom one question is brought to. */
    static final int PEOPLE = 5;

    /** How many questions are brought to one person within 24 hours. */
    static final int A_DAY = 3;

    private record Asked(@Nullable Long community, @Nullable String language) {}

    private final JdbcClient jdbc;
    private final Experts experts;
    private final Promises promises;
    private final Posts posts;
    private final Journal journal;
    private final Clock clock;

    Calls(JdbcClient jdbc, Experts experts, Promises promises, Posts posts, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.experts = experts;
        this.promises = promises;
        this.posts = posts;
        this.journal = journal;
        this.clock = clock;
    }

    /** Brings a question to those who know; those who are at work and speak its language before others. */
    void bring(long post) {
        var asked = asked(post);
        if (asked.isPresent()) {
            bring(post, asked.get());
        }
    }

    private void bring(long post, Asked asked) {
        var now = clock.instant();
        var community = asked.community == null ? null : new CommunityId(asked.community);
        var calendar = promises.of(community).calendar();
        var called = experts.of(post, now, A_DAY).stream()
                .sorted(Comparator.comparing((Expert expert) -> !expert.works(calendar, now))
                        .thenComparing(expert -> !expert.speaks(asked.language))
                        .thenComparing(Comparator.comparingInt(Expert::weight).reversed())
                        .thenComparing(Expert::person))
                .limit(PEOPLE - alreadyCalled(post))
                .toList();
        called.forEach(expert -> call(post, expert));
        journal.appendAll(called.stream()
                .map(expert -> Activity.byTheNetwork()
                        .invite(new Reference(Questions.KIND, post))
                        .to(new Reference("person", expert.person())))
                .toList());
    }

    private Optional<Asked> asked(long post) {
        return jdbc.sql("""
                select p.community_id, p.language
                  from post p
                  join question q on q.post_id = p.id
                 where p.id = :post and p.deleted_at is null and p.hidden_at is null
                """)
                .param("post", post)
                .query((row, number) -> new Asked(row.getObject("community_id", Long.class), row.getString("language")))
                .optional();
    }

    private long alreadyCalled(long post) {
        return jdbc.sql("select least(count(*), :most) from question_call where post_id = :post")
                .param("post", post)
                .param("most", PEOPLE)
                .query(Long.class)
                .single();
    }

    private void call(long post, Expert expert) {
        var now = utc(clock.instant());
        jdbc.sql("""
                insert into question_call (post_id, person_id, term, like_post, in_place_of, called_at)
                values (:post, :person, :term, :likePost::bigint, :inPlaceOf::bigint, :now)
                on conflict do nothing
                """)
                .param("post", post)
                .param("person", expert.person())
                .param("term", expert.term())
                .param("likePost", expert.likePost())
                .param("inPlaceOf", expert.inPlaceOf())
                .param("now", now)
                .update();
        jdbc.sql("update expertise set called_at = :now where term = :term and person_id = :person")
                .param("now", now)
                .param("term", expert.term())
                .param("person", expert.inPlaceOf() == null ? expert.person() : expert.inPlaceOf())
                .update();
    }

    /**
     * The viewer does not answer this question, and {@code nothingLikeIt}, none that they are called to for the same.
     *
     * @throws NotFound when nobody asked them to
     */
    void decline(Viewer viewer, PostId post, boolean nothingLikeIt) {
        posts.find(viewer, post);
        var now = utc(clock.instant());
        var declined = jdbc.sql("""
                with declined as (
                    update question_call set declined_at = coalesce(declined_at, :now)
                     where post_id = :post and person_id = :viewer
                    returning term
                )
                , refused as (
                    insert into question_refusal (person_id, term, since)
                    select :viewer, term, :now from declined where :nothingLikeIt and term is not null
                    on conflict do nothing
                )
                select count(*) from declined
                """)
                .param("now", now)
                .param("post", post.value())
                .param("viewer", viewer.id().value())
                .param("nothingLikeIt", nothingLikeIt)
                .query(Long.class)
                .single();
        if (declined == 0) {
            throw new NotFound("call of " + viewer.id() + " to question " + post);
        }
    }
}
