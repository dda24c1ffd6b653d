package org.parvis.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.PostJson;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Choice;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed for programs; asking for it is no visit. */
@RestController
@Tag(name = "Feed")
class FeedApi {

    @Schema(name = "Reason", description = "Why it is in the caller's feed, in the caller's language")
    record ReasonJson(@Schema(example = "community") String kind, String text) {}

    @Schema(name = "FeedItem")
    record ItemJson(PostJson post, ReasonJson reason, boolean unread) {}

    private final Feed feed;
    private final Messages messages;

    FeedApi(Feed feed, Messages messages) {
        this.feed = feed;
        this.messages = messages;
    }

    @Operation(
            operationId = "readFeed",
            summary = "What comes to the caller; asking for it is no visit",
            description = "for-me and company run by latest activity, following by publication, the newest first.")
    @GetMapping("/api/v1/feed")
    JsonList<ItemJson> read(
            @SignedIn Viewer viewer,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            defaultValue = "for-me",
                                            allowableValues = {"for-me", "following", "company"}))
                    @RequestParam(required = false)
                    @Nullable
                    String view,
            Paging paging) {
        var chosen = Choice.of("view", view, "for-me", "following", "company")
                .map(View::of)
                .orElse(View.FOR_ME);
        var items = feed.read(viewer, chosen, paging.fromNewest(), paging.limit());
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
