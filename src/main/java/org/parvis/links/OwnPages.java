package org.parvis.links;

import org.jspecify.annotations.Nullable;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.outgoing.WebAddress;
import org.parvis.platform.text.Excerpt;
import org.parvis.platform.web.PublicAddress;
import org.springframework.stereotype.Component;

import java.util.Objects;
import java.util.Optional;

/** Cards of pages of ours, made for each reader anew and kept nowhere: who may not read a page has a plain link to it. */
@Component
class OwnPages {

    private static final int DESCRIPTION = 200;

    private final PublicAddress here;
    private final Messages messages;

    OwnPages(PublicAddress here, Messages messages) {
        this.here = here;
        this.messages = messages;
    }

    /** Empty for what is elsewhere. */
    Optional<OwnPage> among(WebAddress address) {
        var home = Link.of(here.link("/")).orElseThrow();
        var base = home.rest().substring(0, home.rest().length() - 1);
        return isSame(home, address) && address.rest().startsWith(base)
                ? Optional.of(OwnPage.of(address, address.rest().substring(base.length())))
                : Optional.empty();
    }

    // Of http and https one leads to the other.
    private static boolean isSame(WebAddress home, WebAddress other) {
        return home.host().equals(other.host())
                && (home.port() == other.port() || home.isUsualPort() && other.isUsualPort());
    }

    /** The card of one that the viewer may read. */
    Preview preview(Viewer viewer, OwnPage page, PostLinks.Row row) {
        var title = row.title();
        var author = Objects.requireNonNullElse(row.name(), "");
        return new Preview(
                page.address().href(),
                true,
                site(viewer, page.kind(), title == null ? null : author, row.place()),
                title == null ? author : title,
                Excerpt.of(Objects.requireNonNullElse(row.text(), ""), DESCRIPTION),
                row.picture());
    }

    // A post without a title goes by the name of its author.
    private String site(Viewer viewer, String kind, @Nullable String author, @Nullable String place) {
        var language = viewer.locale();
        return switch (kind) {
            case "posts" ->
                (author == null
                                ? messages.text(language, "conversation.post")
                                : messages.text(language, "conversation.post-by", author))
                        + (place == null ? "" : " · " + place);
            case "people" -> messages.text(language, "links.profile");
            default -> messages.text(language, "links.community");
        };
    }
}
