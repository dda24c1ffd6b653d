package org.parvis.conversation;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.files.FileForm;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.text.Prose;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.PublicAddress;
import org.parvis.platform.web.Turbo;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writing a post. */
@Controller
class PostController {

    private final Posts posts;
    private final Drafts drafts;
    private final PostKinds kinds;
    private final Desk desk;
    private final Readership readership;
    private final MentionedCommunities mentioned;
    private final Submissions submissions;
    private final Messages messages;
    private final PublicAddress here;

    PostController(
            Posts posts,
            Drafts drafts,
            PostKinds kinds,
            Desk desk,
            Readership readership,
            MentionedCommunities mentioned,
            Submissions submissions,
            Messages messages,
            PublicAddress here) {
        this.here = here;
        this.posts = posts;
        this.drafts = drafts;
        this.kinds = kinds;
        this.desk = desk;
        this.readership = readership;
        this.mentioned = mentioned;
        this.submissions = submissions;
        this.messages = messages;
    }

    @GetMapping("/posts/new")
    ModelAndView compose(
            @SignedIn Viewer viewer,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String draft,
            @RequestParam(required = false) @Nullable PostId share,
            @RequestHeader(name = Turbo.FRAME, required = false) @Nullable String frame) {
        var above = community == null ? Setting.FEED : Setting.COMMUNITY;
        var setting = frame == null ? Setting.PAGE : above;
        if (share != null) return sheet(viewer, shared(viewer, share, community));
        var begun = begun(viewer, community, draft);
        var empty = empty(viewer, kind, begun, community, setting);
        return sheet(
                viewer,
                begun.map(one -> empty.with(
                                submissions.opened(viewer, one), one.mine(viewer), desk.files(viewer, one.keyed())))
                        .orElse(empty));
    }

    // The card that a link of ours has is shown to whoever may read what it leads to, and to nobody else.
    private Composing shared(Viewer viewer, PostId share, @Nullable String community) {
        var link = here.link(posts.find(viewer, share).href());
        return desk.lay(viewer, kinds.of(null), community, Setting.PAGE).holding("\n\n" + link);
    }

    // What its author may write there no more is written as a plain post.
    private Composing empty(
            Viewer viewer, @Nullable String kind, Optional<Draft> begun, @Nullable String community, Setting setting) {
        if (kind != null || begun.isEmpty()) return desk.lay(viewer, kinds.of(kind), community, setting);
        try {
            return desk.lay(viewer, kinds.named(begun.get().kind()), community, setting);
        } catch (Forbidden nowhere) {
            return desk.lay(viewer, kinds.of(null), community, setting);
        }
    }

    private Optional<Draft> begun(Viewer viewer, @Nullable String community, @Nullable String draft) {
        if (draft == null) {
            return drafts.latest(viewer, community == null || community.isEmpty() ? null : CommunityId.of(community));
        }
        return draft.equals("new") ? Optional.empty() : Optional.of(drafts.find(viewer, Drafts.key(draft)));
    }

    /** The form of another kind, with what was typed so far. */
    @PostMapping("/posts/form")
    ModelAndView turn(
            @SignedIn Viewer viewer,
            @RequestParam String turn,
            @RequestParam MultiValueMap<String, String> form,
            FileForm files) {
        return sheet(viewer, turned(viewer, turn, new Typed(form, files)));
    }

    @PostMapping(path = "/posts/form", produces = Turbo.STREAM)
    ModelAndView turnInPlace(
            @SignedIn Viewer viewer,
            @RequestParam String turn,
            @RequestParam MultiValueMap<String, String> form,
            FileForm files) {
        return new ModelAndView("conversation/compose.turbo")
                .addObject("viewer", viewer)
                .addObject("composing", turned(viewer, turn, new Typed(form, files)));
    }

    private Composing turned(Viewer viewer, String kind, Typed typed) {
        return desk.lay(viewer, kinds.of(kind), typed.first("community"), typed.setting())
                .with(typed, desk.files(viewer, typed), null);
    }

    @PostMapping("/posts/preview")
    ModelAndView preview(@SignedIn Viewer viewer, @RequestParam MultiValueMap<String, String> form, FileForm files) {
        var typed = new Typed(form, files);
        return sheet(viewer, desk.again(viewer, typed, null).shown(rendered(viewer, typed)));
    }

    @PostMapping(path = "/posts/preview", produces = Turbo.STREAM)
    ModelAndView previewInPlace(@SignedIn Viewer viewer, @RequestParam MultiValueMap<String, String> form) {
        var typed = new Typed(form, FileForm.of(form));
        var _ = desk.again(viewer, typed, null);
        return new ModelAndView("conversation/preview.turbo", Map.of("html", rendered(viewer, typed)));
    }

    @PostMapping("/posts")
    ModelAndView publish(
            @SignedIn Viewer viewer,
            @RequestParam MultiValueMap<String, String> form,
            FileForm files,
            HttpServletResponse response) {
        return publish(viewer, new Typed(form, files), response);
    }

    @PostMapping(path = "/posts", produces = Turbo.STREAM)
    ModelAndView publishInPlace(
            @SignedIn Viewer viewer,
            @RequestParam MultiValueMap<String, String> form,
            FileForm files,
            HttpServletResponse response) {
        var typed = new Typed(form, files);
        return typed.inPlace()
                ? publish(viewer, typed, id -> published(viewer, id, typed.here() ? typed.community() : null))
                : publish(viewer, typed, response);
    }

    private ModelAndView published(Viewer viewer, PostId id, @Nullable CommunityId here) {
        return new ModelAndView("conversation/published.turbo")
                .addObject("viewer", viewer)
                .addObject("post", posts.show(viewer, id))
                .addObject("here", here != null)
                .addObject("kinds", here == null ? desk.offered(viewer) : desk.offered(viewer, here));
    }

    private ModelAndView publish(Viewer viewer, Typed typed, HttpServletResponse response) {
        return publish(viewer, typed, id -> {
            Flash.say(response, messages.text(viewer.locale(), "conversation.published"));
            return new ModelAndView("redirect:/posts/" + id);
        });
    }

    private ModelAndView publish(Viewer viewer, Typed typed, Function<PostId, ModelAndView> done) {
        try {
            typed.files().check();
            var submitted = typed.as(kinds.of(typed.first("kind")));
            return done.apply(drafts.publish(viewer, typed, submitted));
        } catch (Invalid invalid) {
            var again = sheet(viewer, desk.again(viewer, typed, invalid));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (DraftChanged changed) {
            var both = sheet(viewer, desk.again(viewer, typed, null).beside(changed.draft()));
            both.setStatus(HttpStatus.CONFLICT);
            return both;
        }
    }

    private static ModelAndView sheet(Viewer viewer, Composing composing) {
        return new ModelAndView("conversation/new", Map.of("viewer", viewer, "composing", composing));
    }

    private String rendered(Viewer viewer, Typed typed) {
        var longest = kinds.of(typed.first("kind")).longest();
        var clean = mentioned.kept(viewer, PlainText.optional("text", typed.text(), longest));
        var known = readership.mentioned(viewer, typed.community(), clean);
        return new Prose(clean, known, "preview-", Attachment.figures(desk.files(viewer, typed))).html();
    }
}
