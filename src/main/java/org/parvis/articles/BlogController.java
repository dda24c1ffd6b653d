package org.parvis.articles;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.people.People;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.PublicAddress;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The blogs of people and communities, and one's private address for each. */
@Controller
class BlogController {

    private final Blogs blogs;
    private final BlogFeeds feeds;
    private final People people;
    private final Communities communities;
    private final PublicAddress address;
    private final Messages messages;

    BlogController(
            Blogs blogs,
            BlogFeeds feeds,
            People people,
            Communities communities,
            PublicAddress address,
            Messages messages) {
        this.blogs = blogs;
        this.feeds = feeds;
        this.people = people;
        this.communities = communities;
        this.address = address;
        this.messages = messages;
    }

    @GetMapping("/people/{id}/articles")
    ModelAndView ofPerson(
            @SignedIn Viewer viewer,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String before) {
        return ofPerson(viewer, id, before, null);
    }

    @GetMapping("/communities/{id}/articles")
    ModelAndView ofCommunity(
            @SignedIn Viewer viewer,
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable String before) {
        return ofCommunity(viewer, id, before, null);
    }

    /** Shows the new address, this once. */
    @PostMapping("/people/{id}/articles/feed")
    ModelAndView open(@SignedIn Viewer viewer, @PathVariable PersonId id, HttpServletResponse response) {
        people.find(viewer, id);
        return secret(ofPerson(viewer, id, null, feeds.open(viewer, Blog.of(id))), response);
    }

    @PostMapping("/communities/{id}/articles/feed")
    ModelAndView open(@SignedIn Viewer viewer, @PathVariable CommunityId id, HttpServletResponse response) {
        communities.read(viewer, id);
        return secret(ofCommunity(viewer, id, null, feeds.open(viewer, Blog.of(id))), response);
    }

    @DeleteMapping("/people/{id}/articles/feed")
    String close(@SignedIn Viewer viewer, @PathVariable PersonId id, HttpServletResponse response) {
        people.find(viewer, id);
        return close(viewer, Blog.of(id), response);
    }

    @DeleteMapping("/communities/{id}/articles/feed")
    String close(@SignedIn Viewer viewer, @PathVariable CommunityId id, HttpServletResponse response) {
        communities.read(viewer, id);
        return close(viewer, Blog.of(id), response);
    }

    private String close(Viewer viewer, Blog blog, HttpServletResponse response) {
        feeds.close(viewer, blog);
        Flash.say(response, messages.text(viewer.locale(), "articles.feed.closed"));
        return "redirect:" + blog.href();
    }

    private ModelAndView ofPerson(Viewer viewer, PersonId id, @Nullable String before, @Nullable String token) {
        var person = people.find(viewer, id);
        return blog(viewer, Blog.of(id), before, token, "articles/person").addObject("person", person);
    }

    private ModelAndView ofCommunity(Viewer viewer, CommunityId id, @Nullable String before, @Nullable String token) {
        var community = communities.read(viewer, id);
        return blog(viewer, Blog.of(id), before, token, "articles/community").addObject("community", community);
    }

    private ModelAndView blog(
            Viewer viewer, Blog blog, @Nullable String before, @Nullable String token, String template) {
        return new ModelAndView(template)
                .addObject("viewer", viewer)
                .addObject("posts", blogs.list(viewer, blog, Cursor.of(before), Slice.PAGE))
                .addObject("since", feeds.since(viewer, blog).orElse(null))
                .addObject("secret", token == null ? null : address.link("/feeds/" + token));
    }

    private static ModelAndView secret(ModelAndView page, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return page;
    }
}
