package org.parvis.conversation;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.JsonList;
import org.parvis.platform.web.Slice;
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
class TopicApi {

    record TopicJson(String name, boolean followed, long posts) {

        static TopicJson of(TopicEntry topic) {
            return new TopicJson(topic.name(), topic.followed(), topic.posts());
        }
    }

    private final Topics topics;

    TopicApi(Topics topics) {
        this.topics = topics;
    }

    /** The most named topics whose names contain {@code q}: the head of the list, which has no further pages. */
    @GetMapping
    JsonList<TopicJson> search(
            @SignedIn Viewer viewer,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit) {
        return JsonList.of(new Slice<>(topics.search(viewer, q, Slice.limit(limit)), null), TopicJson::of);
    }

    @GetMapping("/{name}")
    TopicJson get(@SignedIn Viewer viewer, @PathVariable String name) {
        return TopicJson.of(topics.find(viewer, name));
    }

    @PutMapping("/{name}/follow")
    @ResponseStatus(NO_CONTENT)
    void follow(@SignedIn Viewer viewer, @PathVariable String name) {
        topics.follow(viewer, name);
    }

    @DeleteMapping("/{name}/follow")
    @ResponseStatus(NO_CONTENT)
    void unfollow(@SignedIn Viewer viewer, @PathVariable String name) {
        topics.unfollow(viewer, name);
    }
}
