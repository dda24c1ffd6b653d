package org.parvis.praise;

import org.parvis.conversation.Post;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostParts;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the posts of a page praise. */
@Component
class PostPraise implements PostParts {

    private final Praises praises;
    private final Fragments fragments;

    PostPraise(Praises praises, Fragments fragments) {
        this.praises = praises;
        this.fragments = fragments;
    }

    @Override
    public String field() {
        return Praises.KIND;
    }

    @Override
    public Class<?> json() {
        return PraiseJson.class;
    }

    @Override
    public Map<PostId, PraisePart> of(Viewer viewer, List<Post> posts) {
        var parts = new HashMap<PostId, PraisePart>();
        praises.of(viewer, posts).forEach((id, praise) -> parts.put(id, new PraisePart(praise, fragments)));
        return parts;
    }
}
