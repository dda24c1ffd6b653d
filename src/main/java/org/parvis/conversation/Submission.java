package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;

import java.util.List;

/** What somebody wants to publish, as typed. */
public record Submission<D>(
        PostKind<D> kind, @Nullable String title, @Nullable String text, List<Enclosure> enclosed, D details) {

    /** The longest title, in characters. */
    public static final int TITLE = 200;

    /** A plain post. */
    static Submission<?> of(@Nullable String text, List<Enclosure> enclosed) {
        return new Submission<>(new Update(), null, text, enclosed, new Update.Nothing());
    }

    /** @throws Invalid naming every field that cannot be taken */
    void check() {
        Invalid.unless(this::cleanTitle, this::cleanText);
    }

    @Nullable
    String cleanTitle() {
        return kind.titled() ? PlainText.name("title", title, TITLE) : null;
    }

    String cleanText() {
        return kind.wordless()
                ? PlainText.optional("text", text, kind.longest())
                : PlainText.clean("text", text, kind.longest());
    }

    void keep(Viewer author, PostId post, @Nullable CommunityId community) {
        kind.keep(author, post, community, details);
    }
}
