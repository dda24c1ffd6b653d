package org.parvis.notifications;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonReference;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Paging;
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
@Tag(name = "Notifications")
class NotificationApi {

    @Schema(name = "PostReference")
    record PostReference(String id) {}

    @Schema(name = "Notification")
    record NotificationJson(
            String id,
            @Schema(example = "mention") String kind,

            @Schema(description = "A sentence in the caller's language")
            String text,

            @Nullable PostReference post,
            List<PersonReference> actors,
            int count,
            boolean unread,
            Instant at) {}

    @Schema(name = "Until")
    record UntilJson(
            @Schema(description = "The newest notification that is read now", requiredMode = REQUIRED) @Nullable
            String until) {}

    private final Notifications notifications;
    private final Messages messages;

    NotificationApi(Notifications notifications, Messages messages) {
        this.notifications = notifications;
        this.messages = messages;
    }

    @Operation(operationId = "listNotifications", summary = "What the caller was told, the newest first")
    @GetMapping
    JsonList<NotificationJson> list(
            @SignedIn Viewer viewer, @RequestParam(defaultValue = "false") boolean unread, Paging paging) {
        var told = notifications.list(viewer, unread, paging.fromNewest(), paging.limit());
        return JsonList.of(told, notification -> json(viewer, notification));
    }

    @Operation(operationId = "markRead", summary = "Mark everything up to one notification as read")
    @PutMapping("/read")
    @ResponseStatus(NO_CONTENT)
    void read(@SignedIn Viewer viewer, @RequestBody UntilJson body) {
        if (body.until() == null) {
            throw new Invalid("until", "platform.text.empty");
        }
        notifications.readUntil(viewer, NotificationId.of(body.until()));
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
