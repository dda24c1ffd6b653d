package org.parvis.links;

import org.parvis.platform.files.FileAudience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The picture of a link is for whoever may read a post that shows it. */
@Component
class LinkPictures implements FileAudience {

    private final JdbcClient jdbc;

    LinkPictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String placeKind() {
        return Links.KIND;
    }

    @Override
    public boolean mayRead(long viewer, long link) {
        return jdbc.sql("""
                select exists (select from post_link l
                                 join readable_posts(:viewer) p on p.id = l.post_id
                                where l.link_id = :link
                                  and not exists (select from post_link_removal r where r.post_id = l.post_id))
                """)
                .param("viewer", viewer)
                .param("link", link)
                .query(Boolean.class)
                .single();
    }
}
