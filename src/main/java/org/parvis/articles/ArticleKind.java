package org.parvis.articles;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostKind;
import org.parvis.conversation.Posts;
import org.parvis.people.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.Set;

/** The article as a kind of post: a title, a long text, and one of its pictures above them. */
@Component
class ArticleKind implements PostKind<ArticleDraft> {

    private final Articles articles;

    ArticleKind(Articles articles) {
        this.articles = articles;
    }

    @Override
    public String code() {
        return Articles.KIND;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String icon() {
        return "newspaper";
    }

    @Override
    public String messages() {
        return "articles.kind";
    }

    @Override
    public boolean titled() {
        return true;
    }

    @Override
    public int longest() {
        return Posts.LONGEST;
    }

    @Override
    public int files() {
        return Posts.MOST_FILES;
    }

    @Override
    public boolean laidOut() {
        return true;
    }

    @Override
    public Set<String> asks() {
        return Set.of("cover");
    }

    @Override
    public Class<ArticleDraft> details() {
        return ArticleDraft.class;
    }

    // A picture that was chosen and then taken out is none.
    @Override
    public ArticleDraft typed(MultiValueMap<String, String> form) {
        var cover = form.getFirst("cover");
        var there = cover != null && form.getOrDefault("files", List.of()).contains(cover);
        return new ArticleDraft(there ? cover : null);
    }

    // A form that asks for files asks for the cover too.
    @Override
    public void reworded(PostId post, MultiValueMap<String, String> form) {
        if (form.containsKey("files")) articles.keep(post, typed(form));
    }

    @Override
    public void fill(MultiValueMap<String, String> form, Viewer author, ArticleDraft draft) {
        if (draft.cover() != null) form.set("cover", draft.cover());
    }

    @Override
    public void keep(Viewer author, PostId post, @Nullable CommunityId community, ArticleDraft draft) {
        articles.keep(post, draft);
    }
}
