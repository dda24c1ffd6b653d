package org.parvis.links;

import org.parvis.conversation.Post;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostParts;
import org.parvis.people.Viewer;
import org.parvis.platform.outgoing.WebAddress;
import org.parvis.platform.web.Fragments;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cards of a page's posts: one statement for those of other sites, one for those of ours, none without links. */
@Component
class PostLinks implements PostParts {

    private final OtherSites sites;
    private final OwnPages pages;
    private final Fragments fragments;

    PostLinks(OtherSites sites, OwnPages pages, Fragments fragments) {
        this.sites = sites;
        this.pages = pages;
        this.fragments = fragments;
    }

    @Override
    public String field() {
        return "preview";
    }

    @Override
    public Class<?> json() {
        return PreviewJson.class;
    }

    @Override
    public Map<PostId, LinkPart> of(Viewer viewer, List<Post> posts) {
        var elsewhere = new HashMap<PostId, WebAddress>();
        var here = new HashMap<PostId, OwnPage>();
        for (var post : posts) {
            Link.of(post.link())
                    .ifPresent(address -> pages.among(address)
                            .ifPresentOrElse(
                                    page -> here.put(post.id(), page), () -> elsewhere.put(post.id(), address)));
        }
        var shown = new HashMap<PostId, Shown>();
        if (!elsewhere.isEmpty()) shown.putAll(sites.of(elsewhere));
        here.values().removeIf(OwnPage::isUnknown);
        if (!here.isEmpty()) shown.putAll(pages.of(viewer, here));
        return parts(viewer, posts, shown);
    }

    private Map<PostId, LinkPart> parts(Viewer viewer, List<Post> posts, Map<PostId, Shown> shown) {
        var parts = new HashMap<PostId, LinkPart>();
        for (var post : posts) {
            var card = shown.get(post.id());
            var own = post.mayEdit(viewer);
            if (card != null && (own || !card.removed())) {
                parts.put(post.id(), new LinkPart(post, card.preview(), card.removed(), own, fragments));
            }
        }
        return parts;
    }

    /** A card, and whether the author of its post wants none. */
    record Shown(Preview preview, boolean removed) {}
}
