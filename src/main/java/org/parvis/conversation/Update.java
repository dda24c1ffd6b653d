package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The plain kind of post: a text and its files. */
@Component
class Update implements PostKind<Update.Nothing> {

    static final String CODE = "update";

    record Nothing() {}

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String icon() {
        return "pencil";
    }

    @Override
    public String messages() {
        return "conversation.update";
    }

    @Override
    public boolean titled() {
        return false;
    }

    @Override
    public Class<Nothing> details() {
        return Nothing.class;
    }

    @Override
    public Nothing typed(MultiValueMap<String, String> form) {
        return new Nothing();
    }

    @Override
    public void keep(Viewer author, PostId post, @Nullable CommunityId community, Nothing details) {}
}
