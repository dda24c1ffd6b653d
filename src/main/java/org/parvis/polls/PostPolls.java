package org.parvis.polls;

import org.parvis.conversation.Post;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostParts;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The polls of a page's posts. */
@Component
class PostPolls implements PostParts {

    private final Polls polls;
    private final Fragments fragments;

    PostPolls(Polls polls, Fragments fragments) {
        this.polls = polls;
        this.fragments = fragments;
    }

    @Override
    public String field() {
        return PollKind.CODE;
    }

    @Override
    public Class<?> json() {
        return PollJson.class;
    }

    @Override
    public Map<PostId, PollPart> of(Viewer viewer, List<Post> posts) {
        var parts = new HashMap<PostId, PollPart>();
        polls.of(viewer, posts).forEach((id, poll) -> parts.put(id, new PollPart(poll, fragments)));
        return parts;
    }
}
