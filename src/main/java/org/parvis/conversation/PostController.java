package org.parvis.conversation;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.FileForm;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.text.Markdown;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Turbo;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writing a post. */
@Controller
class PostController {

    private final Posts posts;
    private final Desk desk;
    private final Readership readership;
    private final Attachments attachments;
    private final Messages messages;

    PostController(Posts posts, Desk desk, Readership readership, Attachments attachments, Messages messages) {
        this.posts = posts;
        this.desk = desk;
        this.readership = readership;
        this.attachments = attachments;
        this.messages = messages;
    }

    @GetMapping("/posts/new")
    ModelAndView compose(
            @SignedIn Viewer viewer,
            @RequestParam(required = false) @Nullable String community,
            @RequestHeader(name = Turbo.FRAME, required = false) @Nullable String frame) {
        return sheet(viewer, desk.lay(viewer, community, frame != null));
    }

    @PostMapping("/posts/preview")
    ModelAndView preview(
            @SignedIn Viewer viewer,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(defaultValue = "") String text,
            FileForm files,
            @RequestParam(defaultValue = "false") boolean inPlace) {
        var html = rendered(viewer, community, text);
        return sheet(viewer, desk.lay(viewer, community, inPlace).shown(text, waiting(viewer, files), html));
    }

    @PostMapping(path = "/posts/preview", produces = Turbo.STREAM)
    ModelAndView previewInPlace(
            @SignedIn Viewer viewer,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(defaultValue = "") String text) {
        var _ = desk.lay(viewer, community, true);
        return new ModelAndView("conversation/preview.turbo", Map.of("html", rendered(viewer, community, text)));
    }

    @PostMapping("/posts")
    ModelAndView publish(
            @SignedIn Viewer viewer,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(required = false) @Nullable String text,
            FileForm files,
            HttpServletResponse response) {
        return publish(viewer, community, text, files, false, id -> {
            Flash.say(response, messages.text(viewer.locale(), "conversation.published"));
            return new ModelAndView("redirect:/posts/" + id);
        });
    }

    @PostMapping(path = "/posts", produces = Turbo.STREAM)
    ModelAndView publishInPlace(
            @SignedIn Viewer viewer,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(required = false) @Nullable String text,
            FileForm files,
            @RequestParam(defaultValue = "false") boolean inPlace,
            HttpServletResponse response) {
        return inPlace
                ? publish(viewer, community, text, files, true, id -> published(viewer, id, false))
                : publish(viewer, community, text, files, response);
    }

    @PostMapping("/communities/{community}/posts")
    ModelAndView publishThere(
            @SignedIn Viewer viewer,
            @PathVariable CommunityId community,
            @RequestParam(required = false) @Nullable String text,
            FileForm files,
            HttpServletResponse response) {
        return publish(viewer, community.toString(), text, files, response);
    }

    @PostMapping(path = "/communities/{community}/posts", produces = Turbo.STREAM)
    ModelAndView publishThereInPlace(
            @SignedIn Viewer viewer,
            @PathVariable CommunityId community,
            @RequestParam(required = false) @Nullable String text,
            FileForm files,
            @RequestParam(defaultValue = "false") boolean inPlace,
            HttpServletResponse response) {
        return inPlace
                ? publish(viewer, community.toString(), text, files, true, id -> published(viewer, id, true))
                : publish(viewer, community.toString(), text, files, response);
    }

    private ModelAndView published(Viewer viewer, PostId id, boolean here) {
        return new ModelAndView(
                "conversation/published.turbo", Map.of("viewer", viewer, "post", posts.show(viewer, id), "here", here));
    }

    private ModelAndView publish(
            Viewer viewer,
            @Nullable String community,
            @Nullable String text,
            FileForm files,
            boolean inPlace,
            Function<PostId, ModelAndView> done) {
        try {
            files.check();
            return done.apply(posts.publish(viewer, place(community), text, files.enclosed()));
        } catch (Invalid invalid) {
            var again = sheet(viewer, desk.lay(viewer, community, inPlace).with(text, waiting(viewer, files), invalid));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private List<Attachment> waiting(Viewer viewer, FileForm files) {
        return attachments.waiting(viewer.id().value(), files.enclosed());
    }

    private static ModelAndView sheet(Viewer viewer, Composing composing) {
        return new ModelAndView("conversation/new", Map.of("viewer", viewer, "composing", composing));
    }

    private String rendered(Viewer viewer, @Nullable String community, String text) {
        var clean = PlainText.optional("text", text, Posts.TEXT);
        return Markdown.html(clean, readership.mentioned(viewer, place(community), clean));
    }

    private static @Nullable CommunityId place(@Nullable String community) {
        return community == null || community.isEmpty() ? null : CommunityId.of(community);
    }
}
