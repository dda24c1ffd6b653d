package org.parvis.conversation;

import org.parvis.platform.files.FileAudience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to a post is for whoever may read the post, at the moment of asking. */
@Component
class PostFiles implements FileAudience {

    private final JdbcClient jdbc;

    PostFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String placeKind() {
        return Posts.KIND;
    }

    @Override
    public boolean mayRead(long viewer, long post) {
        return jdbc.sql("select exists (select from readable_posts(:viewer) where id = :post)")
                .param("viewer", viewer)
                .param("post", post)
                .query(Boolean.class)
                .single();
    }
}
