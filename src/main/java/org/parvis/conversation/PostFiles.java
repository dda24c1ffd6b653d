package org.parvis.conversation;

import org.parvis.platform.files.QueriedAudience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to a post is for whoever may read the post, at the moment of asking. */
@Component
class PostFiles extends QueriedAudience {

    PostFiles(JdbcClient jdbc) {
        super(jdbc, Posts.KIND, "readable_posts(:viewer) where id = :place");
    }
}
