package org.parvis.articles;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostPart;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;

import java.util.Map;
import java.util.Set;

/** An article in its post: a card where there are others, laid out on its own page. */
record ArticlePart(Article article, Fragments fragments) implements PostPart {

    @Override
    public Content kind(Page page) {
        return fragments.of("articles/kind", Map.of("page", page));
    }

    @Override
    public Content summary(Page page) {
        return fragments.of("articles/summary", Map.of("page", page, "article", article));
    }

    @Override
    public boolean isBeside() {
        return false;
    }

    @Override
    public Content opening(Page page) {
        return fragments.of("articles/opening", Map.of("page", page, "article", article));
    }

    @Override
    public Content head(Page page) {
        return fragments.of("articles/head", Map.of("page", page));
    }

    @Override
    public Set<Long> placed() {
        var cover = article.cover();
        return cover == null ? Set.of() : Set.of(cover.id());
    }

    @Override
    public @Nullable Content body(Page page) {
        return null;
    }

    @Override
    public @Nullable Content action(Page page, boolean full) {
        return null;
    }

    @Override
    public Object json() {
        return ArticleJson.of(article);
    }
}
