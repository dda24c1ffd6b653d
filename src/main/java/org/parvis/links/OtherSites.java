package org.parvis.links;

import org.parvis.conversation.PostId;
import org.parvis.platform.outgoing.WebAddress;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.HashMap;
import java.util.Map;

/** Cards of what other sites said when they were asked; nobody is asked when somebody reads. */
@Repository
class OtherSites {

    private final JdbcClient jdbc;

    OtherSites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one statement; only while what was asked for is what the text names now. */
    Map<PostId, PostLinks.Shown> of(Map<PostId, WebAddress> linked) {
        var shown = new HashMap<PostId, PostLinks.Shown>();
        jdbc.sql("""
                select l.post_id, k.address, k.site, k.name, k.title, k.description, k.picture,
                       r.post_id is not null as removed
                  from post_link l
                  join link k on k.id = l.link_id
                  left join post_link_removal r on r.post_id = l.post_id
                 where l.post_id = any (:posts) and k.title <> '' and (select link_previews from network)
                """)
                .param("posts", linked.keySet().stream().map(PostId::value).toArray(Long[]::new))
                .query((RowCallbackHandler) row -> {
                    var post = new PostId(row.getLong("post_id"));
                    var address = linked.get(post);
                    if (address != null && address.toString().equals(row.getString("address"))) {
                        var name = row.getString("name");
                        var site = row.getString("site");
                        var preview = new Preview(
                                address.href(),
                                false,
                                name.isEmpty() || name.equalsIgnoreCase(site) ? site : name + " · " + site,
                                row.getString("title"),
                                row.getString("description"),
                                row.getObject("picture", Long.class));
                        shown.put(post, new PostLinks.Shown(preview, row.getBoolean("removed")));
                    }
                });
        return shown;
    }
}
