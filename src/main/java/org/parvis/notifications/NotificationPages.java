package org.parvis.notifications;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.parvis.platform.web.Turbo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.time.Clock;
import java.time.LocalDate;

/** What I was told, by day, and the bell by itself. */
@Controller
@RequestMapping("/notifications")
class NotificationPages {

    private final Notifications notifications;
    private final Clock clock;

    NotificationPages(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@SignedIn Viewer viewer, @RequestParam(required = false) @Nullable String cursor) {
        var told = notifications.list(viewer, false, Cursor.of(cursor), Slice.PAGE);
        return new ModelAndView("notifications/index")
                .addObject("told", told)
                .addObject("days", NotificationDay.of(told.items(), viewer.zone()))
                .addObject("today", LocalDate.ofInstant(clock.instant(), viewer.zone()))
                .addObject("first", cursor == null);
    }

    @PostMapping("/read")
    ModelAndView read(@SignedIn Viewer viewer, @RequestParam NotificationId until) {
        notifications.readUntil(viewer, until);
        return new ModelAndView("redirect:/notifications");
    }

    /** The bell alone; what it would ring for in the thread that is on the screen, {@code post}, is read there. */
    @GetMapping(path = "/bell", produces = Turbo.STREAM)
    ModelAndView bell(@SignedIn Viewer viewer, @RequestParam(required = false) @Nullable PostId post) {
        if (post != null) {
            notifications.visitedPost(viewer, post.value());
        }
        return new ModelAndView("notifications/bell.turbo").addObject("unread", notifications.unread(viewer));
    }
}
