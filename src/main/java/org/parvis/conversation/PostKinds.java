package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Invalid;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;

/** The kinds of posts there are. */
@Component
public class PostKinds {

    private final ObjectProvider<PostKind<?>> kinds;

    PostKinds(ObjectProvider<PostKind<?>> kinds) {
        this.kinds = kinds;
    }

    /** All of them, in the order of the composer's tabs. */
    public List<PostKind<?>> all() {
        return kinds.stream().sorted(Comparator.comparingInt(PostKind::order)).toList();
    }

    /** Those that the viewer, who owns a community or does not, may write somewhere. */
    public List<PostKind<?>> offered(Viewer viewer, boolean owner) {
        return all().stream().filter(kind -> kind.offered(viewer, owner)).toList();
    }

    /** Those that the viewer may write in this place, in which they may post; null is their wall. */
    public List<PostKind<?>> offered(Viewer viewer, @Nullable Community place) {
        return all().stream().filter(kind -> kind.offered(viewer, place)).toList();
    }

    /** The kind of this code, whoever may write it; the plain one where there is none any more. */
    public PostKind<?> named(String code) {
        var all = all();
        return all.stream().filter(kind -> kind.code().equals(code)).findFirst().orElse(all.getFirst());
    }

    /**
     * The kind of this code, the plain one where none is named.
     *
     * @throws Invalid when there is none
     */
    public PostKind<?> of(@Nullable String code) {
        var named = code == null || code.isEmpty() ? Update.CODE : code;
        return all().stream()
                .filter(kind -> kind.code().equals(named))
                .findFirst()
                .orElseThrow(() -> new Invalid("kind", "conversation.unknown-kind"));
    }
}
