package org.parvis.articles;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostId;
import org.parvis.platform.web.Invalid;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.HashMap;
import java.util.List;

/** What is kept of articles beside their posts. */
@Service
@Transactional
public class Articles {

    /** As posts and programs name them. */
    public static final String KIND = "article";

    private final JdbcClient jdbc;

    Articles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these posts that are articles, in the same order, in one statement. */
    @Transactional(readOnly = true)
    public List<Article> of(List<Post> posts) {
        var articles = posts.stream().filter(post -> post.kind().equals(KIND)).toList();
        if (articles.isEmpty()) {
            return List.of();
        }
        var covers = new HashMap<Long, @Nullable Long>();
        jdbc.sql("select post_id, cover from article where post_id = any (:posts)")
                .param("posts", articles.stream().map(post -> post.id().value()).toArray(Long[]::new))
                .query((RowCallbackHandler)
                        row -> covers.put(row.getLong("post_id"), row.getObject("cover", Long.class)));
        return articles.stream()
                .map(post -> Article.of(post, covers.get(post.id().value())))
                .toList();
    }

    /** @throws Invalid when the cover is none of the post's pictures */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(PostId post, ArticleDraft draft) {
        var cover = cover(draft.cover());
        if (cover != null && !isPicture(post, cover)) {
            throw new Invalid("cover", "articles.no-cover");
        }
        var _ = jdbc.sql("""
                insert into article (post_id, cover) values (:post, :cover::bigint)
                on conflict (post_id) do update set cover = excluded.cover
                """).param("post", post.value()).param("cover", cover).update();
    }

    private static @Nullable Long cover(@Nullable String typed) {
        if (typed == null || typed.isEmpty()) {
            return null;
        } else if (!typed.matches("\\d{1,18}")) {
            throw new Invalid("cover", "articles.no-cover");
        }
        return Long.valueOf(typed);
    }

    private boolean isPicture(PostId post, long file) {
        return jdbc.sql("""
                select exists (select
                                 from file f
                                 join blob b on b.sha256 = f.blob
                                where f.id = :file and f.place_kind = 'post' and f.place_id = :post and f.attached
                                  and f.deleted_at is null and f.width is not null and b.media_type like 'image/%')
                """)
                .param("file", file)
                .param("post", post.value())
                .query(Boolean.class)
                .single();
    }
}
