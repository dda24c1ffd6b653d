package org.parvis.notifications;

import static java.util.stream.Collectors.joining;

import org.parvis.access.Addressee;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.mail.Letter;
import org.parvis.platform.network.Network;
import org.parvis.platform.text.Excerpt;
import org.parvis.platform.web.PublicAddress;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What mails about notifications say, in their reader's language. Subjects name people and places, and no word of a post. */
@Component
class LetterText {

    private static final Duration WORTH = Duration.ofDays(7);
    private static final int WORDS = 800;
    private static final int SHOWN = 10;
    private static final int IN_DIGEST = 20;

    private final Messages messages;
    private final Network network;
    private final PublicAddress address;
    private final StopLinks stops;

    LetterText(Messages messages, Network network, PublicAddress address, StopLinks stops) {
        this.messages = messages;
        this.network = network;
        this.address = address;
        this.stops = stops;
    }

    /** Of one thread: {@code unread} the newest first, {@code said} the oldest first. */
    Letter letter(Addressee to, String thread, List<Notification> unread, List<LetterLine.Said> said) {
        var kind = said.getLast().kind();
        var body = Stream.concat(
                        Stream.of(
                                quoted(to, unread.getFirst(), said),
                                reading(to, unread.getFirst().href())),
                        footer(to, said))
                .collect(joining("\n\n"));
        return new Letter(
                to.person().value(),
                to.email(),
                MailTold.LETTER,
                to.language(),
                sentence(to.language(), kind, actors(kind, said), unread.getFirst()),
                body,
                WORTH,
                thread,
                stops.of(to.person(), MailKind.of(kind)));
    }

    /** Of what was not read, the newest first. */
    Letter digest(Addressee to, List<Notification> unread) {
        var language = to.language();
        var more = unread.size() - IN_DIGEST;
        var body = Stream.of(
                        unread.stream().limit(IN_DIGEST).map(told -> entry(language, told)),
                        more > 0 ? Stream.of(text(language, "digest.more", more)) : Stream.<String>empty(),
                        Stream.of(reading(to, "/notifications")),
                        Stream.of(stop(to, MailKind.DIGEST), choosing(to)))
                .flatMap(part -> part)
                .collect(joining("\n\n"));
        return new Letter(
                to.person().value(),
                to.email(),
                MailTold.DIGEST,
                language,
                text(language, "digest.subject", unread.size(), network.name()),
                body,
                WORTH,
                null,
                stops.of(to.person(), MailKind.DIGEST));
    }

    private String quoted(Addressee to, Notification place, List<LetterLine.Said> said) {
        var hidden = Math.max(0, said.size() - SHOWN);
        var more = hidden > 0 ? Stream.of(text(to.language(), "earlier", hidden)) : Stream.<String>empty();
        return Stream.concat(more, said.stream().skip(hidden).map(one -> quoted(to.language(), place, one)))
                .collect(joining("\n\n"));
    }

    private String quoted(Locale language, Notification place, LetterLine.Said said) {
        var sentence = sentence(language, said.kind(), actors(said.kind(), List.of(said)), place);
        return said.words().isEmpty()
                ? sentence
                : text(language, "quoted", sentence) + "\n\n> " + Excerpt.of(said.words(), WORDS);
    }

    /** “Bruno Tessier and 2 others mentioned you in Maintenance”. */
    private String sentence(Locale language, NotificationKind kind, List<String> actors, Notification place) {
        var told = text(language, "told." + kind.code(), Math.max(0, actors.size() - 1), first(actors));
        var community = place.communityName();
        return line(community == null ? told : text(language, "in", told, community));
    }

    // Whoever did it last is named, and whoever may not be seen is the network.
    private String first(List<String> actors) {
        return actors.isEmpty() ? network.name() : actors.getFirst();
    }

    private static List<String> actors(NotificationKind kind, List<LetterLine.Said> said) {
        return said.reversed().stream()
                .filter(one -> one.kind() == kind)
                .map(LetterLine.Said::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private String entry(Locale language, Notification told) {
        return line(told.text(messages, language)) + "\n" + address.link(told.href());
    }

    private String reading(Addressee to, String href) {
        return text(to.language(), "read", network.name()) + "\n" + address.link(href);
    }

    private Stream<String> footer(Addressee to, List<LetterLine.Said> said) {
        return Stream.concat(
                said.stream().map(LetterLine.Said::kind).distinct().map(kind -> stop(to, MailKind.of(kind))),
                Stream.of(choosing(to)));
    }

    private String stop(Addressee to, MailKind kind) {
        return text(to.language(), "stop", messages.text(to.language(), kind.messageKey()))
                + "\n"
                + stops.of(to.person(), kind);
    }

    private String choosing(Addressee to) {
        return text(to.language(), "choose") + "\n" + address.link("/settings#mail");
    }

    private String text(Locale language, String key, Object... arguments) {
        return messages.text(language, "notifications.mail." + key, arguments);
    }

    // Names hold no line breaks; whatever does stands in one line all the same.
    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
