package org.parvis.articles;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostParts;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.springframework.stereotype.Component;

/** The articles of a page's posts. */
@Component
class PostArticles implements PostParts<PostArticles.Row> {

    record Row(long postId, @Nullable Long cover) implements PostParts.Row {}

    private final Fragments fragments;

    PostArticles(Fragments fragments) {
        this.fragments = fragments;
    }

    @Override
    public String field() {
        return Articles.KIND;
    }

    @Override
    public Class<?> json() {
        return ArticleJson.class;
    }

    @Override
    public String query() {
        return "select post_id, cover from article where post_id = any (:posts)";
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public ArticlePart part(Viewer viewer, Post post, Row row) {
        return new ArticlePart(Article.of(post, row.cover()), fragments);
    }
}
