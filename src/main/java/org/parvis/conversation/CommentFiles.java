package org.parvis.conversation;

import org.parvis.platform.files.FileAudience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to a comment is for whoever may read its post, at the moment of asking and as long as it is there. */
@Component
class CommentFiles implements FileAudience {

    private final JdbcClient jdbc;

    CommentFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String placeKind() {
        return Comments.KIND;
    }

    @Override
    public boolean mayRead(long viewer, long comment) {
        return jdbc.sql("""
                select exists (select from readable_posts(:viewer) p
                                 join comment k on k.post_id = p.id
                                where k.id = :comment and k.deleted_at is null)
                """)
                .param("viewer", viewer)
                .param("comment", comment)
                .query(Boolean.class)
                .single();
    }
}
