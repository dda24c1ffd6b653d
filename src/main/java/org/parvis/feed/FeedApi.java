package org.parvis.feed;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostJson;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed for programs; asking for it is no visit. */
@RestController
class FeedApi {

    record ReasonJson(String kind, String text) {}

    record ItemJson(PostJson post, ReasonJson reason, boolean unread) {}

    private final Feed feed;
    private final Messages messages;

    FeedApi(Feed feed, Messages messages) {
        this.feed = feed;
        this.messages = messages;
    }

    @GetMapping("/api/v1/feed")
    JsonList<ItemJson> read(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "for-me") String view,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var items = feed.read(viewer, View.of(view), Cursor.of(cursor), Slice.limit(limit));
        return JsonList.of(items, item -> json(viewer, item));
    }

    private ItemJson json(Viewer viewer, FeedItem item) {
        var reason = item.reason();
        return new ItemJson(
                PostJson.of(item.post()),
                new ReasonJson(reason.kind().code(), reason.text(messages, Messages.supported(viewer.locale()))),
                item.unread());
    }
}
