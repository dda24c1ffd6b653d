package org.parvis.conversation;

import org.parvis.platform.web.Conflict;

/** A post was reworded since the form was opened, by one of those who wrote it: keeping the form would lose that. */
class PostChanged extends Conflict {

    private final transient Post post;

    PostChanged(Post post) {
        super("conversation.changed");
        this.post = post;
    }

    /** As it is now. */
    Post post() {
        return post;
    }
}
