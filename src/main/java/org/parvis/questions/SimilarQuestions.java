package org.parvis.questions;

import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.text.PlainText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;

/** What was asked and answered before, by titles that are like the one somebody types. */
@Repository
@Transactional(readOnly = true)
class SimilarQuestions {

    private static final int SHORTEST = 6;
    private static final int TITLE = 200;
    private static final int SHOWN = 3;

    private final JdbcClient jdbc;

    SimilarQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of those that the viewer may read, the most alike first; none where hardly anything is typed. */
    List<SimilarQuestion> to(Viewer viewer, @Nullable String title) {
        var sought = PlainText.sought(title, TITLE);
        if (sought.length() < SHORTEST) {
            return List.of();
        }
        return jdbc.sql("""
                select p.id, p.title, a.comment_id is not null as accepted,
                       (select count(*) from comment k
                         where k.post_id = p.id and k.reply_to is null and stands(k, :viewer)) as answers
                  from readable_posts(:viewer) p
                  join question q on q.post_id = p.id
                  left join (acceptance a join comment helped on helped.id = a.comment_id and stands(helped, :viewer))
                         on a.post_id = p.id
                 where p.kind = 'question' and q.answered_at is not null
                   and (fold(p.title) % fold(:title) or fold(:title) <% fold(p.title))
                 order by greatest(similarity(fold(p.title), fold(:title)), word_similarity(fold(:title), fold(p.title))) desc,
                          p.id desc
                 limit :limit
                """)
                .param("viewer", viewer.id().value())
                .param("title", sought)
                .param("limit", SHOWN)
                .query((row, number) -> new SimilarQuestion(
                        row.getLong("id"), row.getString("title"), row.getBoolean("accepted"), row.getLong("answers")))
                .list();
    }
}
