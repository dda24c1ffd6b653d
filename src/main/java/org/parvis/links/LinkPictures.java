package org.parvis.links;

import org.parvis.platform.files.QueriedAudience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The picture of a link is for whoever may read a post that shows it. */
@Component
class LinkPictures extends QueriedAudience {

    LinkPictures(JdbcClient jdbc) {
        super(jdbc, Links.KIND, """
                post_link l
                join readable_posts(:viewer) p on p.id = l.post_id
               where l.link_id = :place
                 and not exists (select from post_link_removal r where r.post_id = l.post_id)
              """);
    }
}
