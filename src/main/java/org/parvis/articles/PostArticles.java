package org.parvis.articles;

import org.parvis.conversation.Post;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostParts;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The articles of a page's posts. */
@Component
class PostArticles implements PostParts {

    private final Articles articles;
    private final Fragments fragments;

    PostArticles(Articles articles, Fragments fragments) {
        this.articles = articles;
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
    public Map<PostId, ArticlePart> of(Viewer viewer, List<Post> posts) {
        var parts = new HashMap<PostId, ArticlePart>();
        articles.of(posts).forEach(article -> parts.put(article.post().id(), new ArticlePart(article, fragments)));
        return parts;
    }
}
