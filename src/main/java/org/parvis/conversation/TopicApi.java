package org.parvis.conversation;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Paging;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Topics for programs. */
@RestController
@RequestMapping("/api/v1/topics")
@Tag(name = "Topics")
class TopicApi {

    @Schema(name = "Topic")
    record TopicJson(
            String name,
            boolean followed,

            @Schema(description = "Whether posts that name it do not come to the caller's feed")
            boolean muted,

            long posts) {

        static TopicJson of(TopicEntry topic) {
            return new TopicJson(topic.name(), topic.followed(), topic.muted(), topic.posts());
        }
    }

    private final Topics topics;

    TopicApi(Topics topics) {
        this.topics = topics;
    }

    @Operation(operationId = "listTopics", summary = "Topics whose names contain q, the most named first")
    @GetMapping
    JsonList<TopicJson> search(
            @SignedIn Viewer viewer, @RequestParam(required = false) @Nullable String q, Paging paging) {
        return JsonList.of(topics.search(viewer, q, paging.after(), paging.limit()), TopicJson::of);
    }

    @Operation(
            operationId = "getTopic",
            summary = "A topic by its name without #, or an earlier name; case and accents do not count",
            description = "It is there for who may read a post that names it.")
    @GetMapping("/{name}")
    TopicJson get(@SignedIn Viewer viewer, @PathVariable String name) {
        return TopicJson.of(topics.find(viewer, name));
    }

    @Operation(operationId = "followTopic", summary = "Follow a topic")
    @PutMapping("/{name}/follow")
    @ResponseStatus(NO_CONTENT)
    void follow(@SignedIn Viewer viewer, @PathVariable String name) {
        topics.follow(viewer, name);
    }

    @Operation(operationId = "unfollowTopic", summary = "Follow a topic no longer")
    @DeleteMapping("/{name}/follow")
    @ResponseStatus(NO_CONTENT)
    void unfollow(@SignedIn Viewer viewer, @PathVariable String name) {
        topics.unfollow(viewer, name);
    }

    @Operation(
            operationId = "muteTopic",
            summary = "Mute a topic, and follow it no longer: posts that name it leave the caller's feed")
    @PutMapping("/{name}/mute")
    @ResponseStatus(NO_CONTENT)
    void mute(@SignedIn Viewer viewer, @PathVariable String name) {
        topics.mute(viewer, name);
    }

    @Operation(operationId = "unmuteTopic", summary = "Mute a topic no longer")
    @DeleteMapping("/{name}/mute")
    @ResponseStatus(NO_CONTENT)
    void unmute(@SignedIn Viewer viewer, @PathVariable String name) {
        topics.unmute(viewer, name);
    }
}
