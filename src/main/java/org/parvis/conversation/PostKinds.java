package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Invalid;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** Those that the viewer may write. */
    public List<PostKind<?>> offered(Viewer viewer) {
        return all().stream().filter(kind -> kind.offered(viewer)).toList();
    }

    /** The kind of this code, whoever may write it; the plain one where there is none any more. */
    public PostKind<?> named(String code) {
        var all = all();
        return all.stream().filter(kind -> kind.code().equals(code)).findFirst().orElse(all.getFirst());
    }

    /** Which codes are those of kinds that the viewer may write. */
    Predicate<String> offeredTo(Viewer viewer) {
        var codes = offered(viewer).stream().map(PostKind::code).collect(Collectors.toSet());
        return codes::contains;
    }

    /**
     * The kind of this code, the plain one where none is named.
     *
     * @throws Invalid when there is none, or the viewer may not write it
     */
    public PostKind<?> of(Viewer viewer, @Nullable String code) {
        var named = code == null || code.isEmpty() ? Update.CODE : code;
        return offered(viewer).stream()
                .filter(kind -> kind.code().equals(named))
                .findFirst()
                .orElseThrow(() -> new Invalid("kind", "conversation.unknown-kind"));
    }
}
