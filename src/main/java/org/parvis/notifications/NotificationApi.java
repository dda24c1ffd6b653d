package org.parvis.notifications;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonReference;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.time.Instant;
import java.util.List;

/** Notifications for programs. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationApi {

    record PostReference(String id) {}

    record NotificationJson(
            String id,
            String kind,
            String text,
            @Nullable PostReference post,
            List<PersonReference> actors,
            int count,
            boolean unread,
            Instant at) {}

    record UntilJson(@Nullable String until) {}

    private final Notifications notifications;
    private final Messages messages;

    NotificationApi(Notifications notifications, Messages messages) {
        this.notifications = notifications;
        this.messages = messages;
    }

    @GetMapping
    JsonList<NotificationJson> list(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var told = notifications.list(viewer, unread, Cursor.of(cursor), Slice.limit(limit));
        return JsonList.of(told, notification -> json(viewer, notification));
    }

    @PutMapping("/read")
    @ResponseStatus(NO_CONTENT)
    void read(@SignedIn Viewer viewer, @RequestBody UntilJson body) {
        notifications.readUntil(viewer, NotificationId.of(String.valueOf(body.until())));
    }

    private NotificationJson json(Viewer viewer, Notification told) {
        return new NotificationJson(
                told.id().toString(),
                told.kind().code(),
                told.text(messages, Messages.supported(viewer.locale())),
                told.post() == null ? null : new PostReference(told.post().toString()),
                told.actors().stream().map(PersonReference::of).toList(),
                told.count(),
                told.unread(),
                told.at());
    }
}
