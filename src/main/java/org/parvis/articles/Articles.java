package org.parvis.articles;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.platform.web.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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
