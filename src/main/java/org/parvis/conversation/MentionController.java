package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.Community;
import org.parvis.communities.CommunityId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Completes a mention while it is typed, with people who may read the place and nobody else, and communities that the writer
 * finds; topics; and emoji.
 */
@Controller
class MentionController {

    private final Posts posts;
    private final Communities communities;
    private final Readership readership;
    private final Topics topics;
    private final MentionedCommunities mentioned;
    private final Emoji emoji = Emoji.curated();

    MentionController(
            Posts posts,
            Communities communities,
            Readership readership,
            Topics topics,
            MentionedCommunities mentioned) {
        this.posts = posts;
        this.communities = communities;
        this.readership = readership;
        this.topics = topics;
        this.mentioned = mentioned;
    }

    @GetMapping("/mentions")
    ModelAndView mentions(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String post,
            @RequestParam(required = false) @Nullable String community) {
        return new ModelAndView("conversation/mentions")
                .addObject("people", readership.named(viewer, place(viewer, post, community), q))
                .addObject("places", mentioned.named(viewer, q));
    }

    /** Completes the name of a colleague where nobody else is asked for. */
    @GetMapping("/mentions/people")
    ModelAndView people(@SignedIn Viewer viewer, @RequestParam(defaultValue = "") String q) {
        return new ModelAndView("conversation/mentions").addObject("people", readership.named(viewer, null, q));
    }

    /** Completes a topic while it is typed, with those that the viewer finds. */
    @GetMapping("/mentions/topics")
    ModelAndView topics(@SignedIn Viewer viewer, @RequestParam(defaultValue = "") String q) {
        return new ModelAndView("conversation/topicnames").addObject("names", topics.beginning(viewer, q));
    }

    /** Completes the name of an emoji in the reader's language while it is typed. */
    @GetMapping("/mentions/emoji")
    ModelAndView emoji(@SignedIn Viewer viewer, @RequestParam(defaultValue = "") String q) {
        return new ModelAndView("conversation/emoji").addObject("found", emoji.beginning(viewer.locale(), q));
    }

    private @Nullable Community place(Viewer viewer, @Nullable String post, @Nullable String community) {
        if (post != null) {
            var there = Posts.communityOf(posts.find(viewer, PostId.of(post)));
            return there == null ? null : communities.read(viewer, there);
        } else if (community != null && !community.isEmpty()) {
            return communities.read(viewer, CommunityId.of(community));
        } else {
            return null;
        }
    }
}
