package org.parvis.questions;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostParts;
import org.parvis.conversation.Quote;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;

/** The questions among a page's posts. */
@Component
class QuestionParts implements PostParts<QuestionParts.Row> {

    record Row(
            long postId,
            Instant askedAt,
            Instant dueAt,
            @Nullable Integer promised,
            int dayHours,
            @Nullable Instant answeredAt,
            long followers,
            boolean followed,
            long called,
            boolean calledMe,
            @Nullable String term,
            @Nullable String absent,
            Quote.@Nullable Row accepted)
            implements PostParts.Row {}

    private static final String QUERY = """
            select q.post_id, q.asked_at, q.due_at, q.promised, q.day_hours, q.answered_at,
                   (select count(*) from question_follow f where f.post_id = q.post_id) as followers,
                   exists (select from question_follow f
                            where f.post_id = q.post_id and f.person_id = :viewer) as followed,
                   (select count(*) from question_call c
                     where c.post_id = q.post_id and c.declined_at is null) as called,
                   mine.person_id is not null as called_me, mine.spelling as term, mine.absent,
                   (select %s
                      from acceptance a
                      join comment k on k.id = a.comment_id and stands(k, :viewer)
                      join person author on author.id = k.author_id
                     where a.post_id = q.post_id) as accepted
              from question q
              left join lateral (select c.person_id, away.name as absent,
                                        coalesce((select said
                                                    from person me, unnest(me.expertise) said
                                                   where me.id = coalesce(c.in_place_of, c.person_id)
                                                     and left(fold(said), 120) = c.term
                                                   limit 1), c.term) as spelling
                                   from question_call c
                                   left join person away on away.id = c.in_place_of
                                  where c.post_id = q.post_id and c.person_id = :viewer and c.declined_at is null
                                ) mine on true
             where q.post_id = any (:posts)
            """.formatted(Quote.JSON);

    private final Fragments fragments;
    private final Clock clock;

    QuestionParts(Fragments fragments, Clock clock) {
        this.fragments = fragments;
        this.clock = clock;
    }

    @Override
    public String field() {
        return QuestionKind.CODE;
    }

    @Override
    public Class<?> json() {
        return QuestionJson.class;
    }

    @Override
    public String query() {
        return QUERY;
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public QuestionPart part(Viewer viewer, Post post, Row row) {
        return new QuestionPart(post, Question.of(post.id(), row), viewer, clock.instant(), fragments);
    }
}
