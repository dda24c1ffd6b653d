package org.parvis.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the {@link Page} of a request: whose it is, in which language, with which frame. */
@Component
public class Pages {

    /** Cookie of a visitor's choice of language before signing in. */
    public static final String LANGUAGE_COOKIE = "language";

    private static final String ATTRIBUTE = Page.class.getName();
    private static final String NOWHERE = ATTRIBUTE + ".nowhere";
    private static final String SPOKEN = ATTRIBUTE + ".spoken";

    /** The languages pages are offered in, and the one of whoever asks for none of them. */
    private record Spoken(List<Locale> languages, Locale otherwise) {

        Locale nearest(Stream<Locale> asked) {
            return asked.flatMap(wish -> languages.stream()
                            .filter(language -> language.getLanguage().equals(wish.getLanguage())))
                    .findFirst()
                    .orElse(otherwise);
        }
    }

    private final Messages messages;
    private final Clock clock;
    private final Assets assets;
    private final PagePosition position;
    private final ObjectProvider<FrameSlot> slots;

    Pages(Messages messages, Clock clock, Assets assets, PagePosition position, ObjectProvider<FrameSlot> slots) {
        this.messages = messages;
        this.clock = clock;
        this.assets = assets;
        this.position = position;
        this.slots = slots;
    }

    /** The page of this request: the same object for the controller and the template. */
    Page of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof Page page) {
            return page;
        }
        var page = make(request, response);
        request.setAttribute(ATTRIBUTE, page);
        return page;
    }

    private Page make(HttpServletRequest request, HttpServletResponse response) {
        var visitor = visitor(request);
        return new Page(
                messages,
                clock,
                assets,
                locale(request),
                spoken(request).languages().stream().map(Locale::getLanguage).toList(),
                visitor == null ? ZoneOffset.UTC : zone(visitor),
                visitor,
                visitor != null && visitor.live() ? live(request) : null,
                path(request),
                () -> Flash.take(request, response),
                () -> furnish(request));
    }

    /** The interface language of a request: the signed-in person's, else the visitor's choice on pages, else what is accepted. */
    public static Locale locale(HttpServletRequest request) {
        var visitor = visitor(request);
        if (visitor != null) {
            return Messages.supported(visitor.locale());
        }
        return spoken(request)
                .nearest((ApiAddress.of(request) ? Optional.<String>empty() : Cookies.read(request, LANGUAGE_COOKIE))
                        .map(Locale::forLanguageTag)
                        .map(Stream::of)
                        .orElseGet(() -> accepted(request)));
    }

    // Without the header a server answers with its own language, which is nobody's wish.
    private static Stream<Locale> accepted(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
                ? Stream.empty()
                : Collections.list(request.getLocales()).stream();
    }

    /** Has this request answered in one of these languages, in {@code otherwise} when the visitor asks for none of them. */
    public static void speak(HttpServletRequest request, List<String> languages, Locale otherwise) {
        var spoken = Messages.LANGUAGES.stream()
                .filter(language -> languages.contains(language.getLanguage()))
                .toList();
        request.setAttribute(SPOKEN, new Spoken(spoken, otherwise));
    }

    private static Spoken spoken(HttpServletRequest request) {
        return request.getAttribute(SPOKEN) instanceof Spoken spoken
                ? spoken
                : new Spoken(Messages.LANGUAGES, Messages.LANGUAGES.getFirst());
    }

    private static @Nullable Visitor visitor(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Visitor visitor
                ? visitor
                : null;
    }

    private static ZoneId zone(Visitor visitor) {
        return visitor.zone();
    }

    /** Makes the page of this request one that says nothing of where it was asked for: errors look the same everywhere. */
    static void forgetPath(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
        request.setAttribute(NOWHERE, true);
    }

    // An error looks the same whenever it is made, and nothing happens to it.
    private @Nullable String live(HttpServletRequest request) {
        return request.getAttribute(NOWHERE) == null ? Long.toString(position.now()) : null;
    }

    private static String path(HttpServletRequest request) {
        if (request.getAttribute(NOWHERE) != null) {
            return "";
        }
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private Frame furnish(HttpServletRequest request) {
        var frame = new Frame();
        List<FrameSlot> all = slots.orderedStream().toList();
        all.forEach(slot -> slot.furnish(frame, request));
        return frame;
    }
}
