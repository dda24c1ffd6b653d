package org.parvis.demo;

import org.parvis.conversation.Posts;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;

/** What the members of the photo club show each other. */
@Component
class Photographs {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 853;
    private static final int SHOWN = 8;
    private static final Duration A_WHILE = Duration.ofDays(21);

    private final Attachments attachments;
    private final JdbcClient jdbc;
    private final Clock clock;

    Photographs(Attachments attachments, JdbcClient jdbc, Clock clock) {
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In posts that have none yet and are old enough not to stand on everybody's home. */
    @Transactional
    public void hang(Group club) {
        jdbc.sql("""
                select p.id, p.author_id
                  from post p
                 where p.community_id = :club and p.published_at < :before
                   and not exists (select from file f where f.place_kind = 'post' and f.place_id = p.id)
                 order by p.published_at desc, p.id desc
                 limit :shown
                """)
                .param("club", club.id().value())
                .param("before", Times.utc(clock.instant().minus(A_WHILE)))
                .param("shown", SHOWN)
                .query((row, number) -> new Shown(row.getLong("id"), row.getLong("author_id")))
                .list()
                .forEach(this::hang);
    }

    private void hang(Shown post) {
        var view = Landscape.of("sunday " + post.id, WIDTH, HEIGHT);
        attachments.publishDrawn(
                view, "dimanche-%d.jpg".formatted(post.id), "Collines au soleil", post.author, Posts.KIND, post.id);
    }

    private record Shown(long id, long author) {}
}
