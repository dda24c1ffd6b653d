package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;

/** What is said about a topic, and following it. */
@Controller
@RequestMapping("/topics/{name}")
class TopicController {

    private final Topics topics;
    private final Posts posts;

    TopicController(Topics topics, Posts posts) {
        this.topics = topics;
        this.posts = posts;
    }

    @GetMapping
    ModelAndView topic(
            @SignedIn Viewer viewer,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String before) {
        var topic = topics.find(viewer, name);
        return new ModelAndView("conversation/topic")
                .addObject("viewer", viewer)
                .addObject("topic", topic)
                .addObject("posts", posts.withTopic(viewer, topic.id(), Cursor.of(before), Slice.PAGE));
    }

    @PostMapping("/follow")
    String follow(@SignedIn Viewer viewer, @PathVariable String name) {
        topics.follow(viewer, name);
        return back(name);
    }

    @DeleteMapping("/follow")
    String unfollow(@SignedIn Viewer viewer, @PathVariable String name) {
        topics.unfollow(viewer, name);
        return back(name);
    }

    private static String back(String name) {
        return "redirect:/topics/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }
}
