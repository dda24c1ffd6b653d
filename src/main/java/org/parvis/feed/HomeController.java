package org.parvis.feed;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.announcements.WaitingAnnouncements;
import org.parvis.conversation.PostKinds;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.parvis.platform.web.Turbo;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The home page: a view of the feed, what is older in it, and how much waits above it. */
@Controller
class HomeController {

    private final Feed feed;
    private final Visits visits;
    private final PostKinds kinds;
    private final WaitingAnnouncements announcements;
    private final ObjectProvider<HomePanel> panels;
    private final Clock clock;

    HomeController(
            Feed feed,
            Visits visits,
            PostKinds kinds,
            WaitingAnnouncements announcements,
            ObjectProvider<HomePanel> panels,
            Clock clock) {
        this.kinds = kinds;
        this.announcements = announcements;
        this.feed = feed;
        this.visits = visits;
        this.panels = panels;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView home(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Turbo.FRAME, required = false) @Nullable String frame) {
        var shown = View.of(view);
        var after = Cursor.parse(cursor);
        var now = clock.instant();
        if (after == null) {
            visits.begin(viewer, shown);
        }
        var waiting = frame == null && after == null ? announcements.ask(viewer) : null;
        var items =
                feed.read(viewer, shown, Cursor.of(cursor), Slice.PAGE, waiting == null ? List.of() : waiting.beside());
        return new ModelAndView(frame == null ? "feed/home" : "feed/frame")
                .addObject("viewer", viewer)
                .addObject("stretch", new FeedStretch(shown, after, items, now))
                .addObject("announced", waiting == null ? List.of() : announcements.show(waiting))
                .addObject("kinds", frame == null ? kinds.offered(viewer, page.owning()) : List.of())
                .addObject("panels", frame == null ? panels(page, viewer) : List.of());
    }

    /** The invitation to write, back in its place when the sheet above the feed is closed. */
    @GetMapping(path = "/", headers = Turbo.FRAME + "=composer")
    ModelAndView invitation(@SignedIn Viewer viewer, Page page) {
        return new ModelAndView("conversation/composer")
                .addObject("viewer", viewer)
                .addObject("kinds", kinds.offered(viewer, page.owning()))
                .addObject("focused", true);
    }

    private List<Content> panels(Page page, Viewer viewer) {
        return panels.stream()
                .sorted(Comparator.comparingInt(HomePanel::order))
                .map(panel -> panel.panel(page, viewer))
                .filter(Objects::nonNull)
                .toList();
    }

    /** How many posts wait above a view shown at {@code since}, as a bare number. */
    @GetMapping(path = "/feed/waiting", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> waiting(@SignedIn Viewer viewer, @RequestParam String view, @RequestParam String since) {
        try {
            return ResponseEntity.ok(Integer.toString(feed.waiting(viewer, View.of(view), Instant.parse(since))));
        } catch (DateTimeException unreadable) {
            return ResponseEntity.badRequest().build();
        }
    }
}
