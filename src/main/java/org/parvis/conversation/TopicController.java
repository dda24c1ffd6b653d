package org.parvis.conversation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.access.NetworkRole;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

import java.nio.charset.StandardCharsets;

/** What is said about a topic, following and muting it; for moderators, what it is called. */
@Controller
@RequestMapping("/topics")
class TopicController {

    private final Topics topics;
    private final TopicNames names;
    private final Posts posts;

    TopicController(Topics topics, TopicNames names, Posts posts) {
        this.topics = topics;
        this.names = names;
        this.posts = posts;
    }

    /** What is named lately, or by a name. */
    @GetMapping
    ModelAndView list(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after) {
        var cursor = Cursor.of(after);
        return new ModelAndView("conversation/topics")
                .addObject("q", q)
                .addObject(
                        "topics",
                        q.isBlank()
                                ? topics.lately(viewer, after == null ? null : cursor, Slice.PAGE)
                                : topics.search(viewer, q, after == null ? null : cursor, Slice.PAGE))
                .addObject("followed", topics.followed(viewer))
                .addObject("muted", topics.muted(viewer));
    }

    /** By an earlier name one is led to where it is now. */
    @GetMapping("/{name}")
    ModelAndView topic(
            @SignedIn Viewer viewer,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request) {
        var topic = topics.find(viewer, name);
        if (!topic.isCalled(name)) {
            var moved = new RedirectView(topic.href());
            moved.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
            return new ModelAndView(moved);
        }
        return page(viewer, topic, before, request);
    }

    private ModelAndView page(Viewer viewer, TopicEntry topic, @Nullable String before, HttpServletRequest request) {
        return new ModelAndView("conversation/topic")
                .addObject("viewer", viewer)
                .addObject("topic", topic)
                .addObject("posts", posts.withTopic(viewer, topic.id(), Cursor.of(before), Slice.PAGE))
                .addObject("mayRename", request.isUserInRole(NetworkRole.MODERATOR.name()));
    }

    @PostMapping("/{name}/follow")
    String follow(@SignedIn Viewer viewer, @PathVariable String name) {
        topics.follow(viewer, name);
        return back(name);
    }

    @DeleteMapping("/{name}/follow")
    String unfollow(@SignedIn Viewer viewer, @PathVariable String name) {
        topics.unfollow(viewer, name);
        return back(name);
    }

    @PutMapping("/{name}/mute")
    String mute(@SignedIn Viewer viewer, Page page, @PathVariable String name, HttpServletResponse response) {
        topics.mute(viewer, name);
        Flash.say(response, page.text("conversation.topic-muted"));
        return back(name);
    }

    @DeleteMapping("/{name}/mute")
    String unmute(@SignedIn Viewer viewer, @PathVariable String name) {
        topics.unmute(viewer, name);
        return back(name);
    }

    @PutMapping("/{name}/name")
    ModelAndView rename(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean merge,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var called = names.rename(viewer, name, to, merge);
            Flash.say(response, page.text("conversation.topic-renamed", called));
            return new ModelAndView(back(called));
        } catch (Invalid invalid) {
            var again = page(viewer, topics.find(viewer, name), null, request)
                    .addObject("to", to)
                    .addObject("invalid", invalid);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private static String back(String name) {
        return "redirect:/topics/" + UriUtils.encodePathSegment(name, StandardCharsets.UTF_8);
    }
}
