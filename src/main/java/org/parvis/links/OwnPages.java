package org.parvis.links;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.outgoing.WebAddress;
import org.parvis.platform.text.Excerpt;
import org.parvis.platform.web.PublicAddress;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Cards of pages of ours, made for each reader anew and kept nowhere: who may not read a page has a plain link to it. */
@Repository
class OwnPages {

    private static final int DESCRIPTION = 200;

    private final PublicAddress here;
    private final Messages messages;
    private final JdbcClient jdbc;

    OwnPages(PublicAddress here, Messages messages, JdbcClient jdbc) {
        this.here = here;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** Empty for what is elsewhere. */
    Optional<OwnPage> among(WebAddress address) {
        var home = Link.of(here.link("/")).orElseThrow();
        var base = home.rest().substring(0, home.rest().length() - 1);
        return isSame(home, address) && address.rest().startsWith(base)
                ? Optional.of(OwnPage.of(address, address.rest().substring(base.length())))
                : Optional.empty();
    }

    // Of http and https one leads to the other.
    private static boolean isSame(WebAddress home, WebAddress other) {
        return home.host().equals(other.host())
                && (home.port() == other.port() || home.isUsualPort() && other.isUsualPort());
    }

    /** Cards of those that the viewer may read, in one statement. */
    Map<PostId, PostLinks.Shown> of(Viewer viewer, Map<PostId, OwnPage> linked) {
        var shown = new HashMap<PostId, PostLinks.Shown>();
        var posts = List.copyOf(linked.keySet());
        var pages = posts.stream().map(linked::get).map(Objects::requireNonNull).toList();
        jdbc.sql("""
                with linked as (
                    select * from unnest(:posts, :kinds, :ids) as linked (post_id, kind, id)
                ), found as (
                    select l.post_id, l.kind, author.name as author, place.name as place, p.title,
                           left(p.text, 2000) as text, null::bigint as picture
                      from linked l
                      join readable_posts(:viewer) p on p.id = l.id
                      join person author on author.id = p.author_id
                      left join community place on place.id = p.community_id
                     where l.kind = 'posts'
                    union all
                    select l.post_id, l.kind, null, null, p.name, concat_ws(', ', p.job_title, p.site), p.photo
                      from linked l
                      join visible_people(:viewer) p on p.id = l.id
                     where l.kind = 'people'
                    union all
                    select l.post_id, l.kind, null, null, c.name, c.description, c.picture
                      from linked l
                      join findable_communities(:viewer) c on c.id = l.id
                     where l.kind = 'communities'
                )
                select f.*, r.post_id is not null as removed
                  from found f
                  left join post_link_removal r on r.post_id = f.post_id
                """)
                .param("viewer", viewer.id().value())
                .param("posts", posts.stream().map(PostId::value).toArray(Long[]::new))
                .param("kinds", pages.stream().map(OwnPage::kind).toArray(String[]::new))
                .param("ids", pages.stream().map(OwnPage::id).toArray(Long[]::new))
                .query((RowCallbackHandler) row -> {
                    var post = new PostId(row.getLong("post_id"));
                    var page = Objects.requireNonNull(linked.get(post));
                    shown.put(post, new PostLinks.Shown(preview(viewer, page, row), row.getBoolean("removed")));
                });
        return shown;
    }

    private Preview preview(Viewer viewer, OwnPage page, ResultSet row) throws SQLException {
        var title = row.getString("title");
        var author = Objects.requireNonNullElse(row.getString("author"), "");
        return new Preview(
                page.address().href(),
                true,
                site(viewer, page.kind(), title == null ? null : author, row.getString("place")),
                title == null ? author : title,
                Excerpt.of(row.getString("text"), DESCRIPTION),
                row.getObject("picture", Long.class));
    }

    // A post without a title goes by the name of its author.
    private String site(Viewer viewer, String kind, @Nullable String author, @Nullable String place) {
        var language = viewer.locale();
        return switch (kind) {
            case "posts" ->
                (author == null
                                ? messages.text(language, "conversation.post")
                                : messages.text(language, "conversation.post-by", author))
                        + (place == null ? "" : " · " + place);
            case "people" -> messages.text(language, "links.profile");
            default -> messages.text(language, "links.community");
        };
    }
}
