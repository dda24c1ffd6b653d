package org.parvis.conversation;

import org.parvis.platform.files.QueriedAudience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to a comment is for whoever may read its post, at the moment of asking and as long as it is there. */
@Component
class CommentFiles extends QueriedAudience {

    CommentFiles(JdbcClient jdbc) {
        super(jdbc, Comments.KIND, """
                readable_posts(:viewer) p
                join comment k on k.post_id = p.id
               where k.id = :place and stands(k, :viewer)
              """);
    }
}
