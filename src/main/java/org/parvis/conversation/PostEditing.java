package org.parvis.conversation;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.files.FileForm;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Turbo;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rewording a post, reading how it read before, taking it away. */
@Controller
@RequestMapping("/posts/{id}")
class PostEditing {

    private final Posts posts;
    private final PostKinds kinds;
    private final Attachments attachments;
    private final MentionedCommunities mentioned;
    private final Messages messages;

    PostEditing(
            Posts posts, PostKinds kinds, Attachments attachments, MentionedCommunities mentioned, Messages messages) {
        this.posts = posts;
        this.kinds = kinds;
        this.attachments = attachments;
        this.mentioned = mentioned;
        this.messages = messages;
    }

    @GetMapping("/edit")
    ModelAndView edit(@SignedIn Viewer viewer, @PathVariable PostId id) {
        var post = mine(viewer, id);
        var form = new LinkedMultiValueMap<String, String>();
        form.set("wording", post.wordingMark());
        if (post.title() != null) form.set("title", post.title());
        form.set("text", mentioned.written(viewer, post.text()));
        post.shown().forEach(part -> part.placed().forEach(file -> form.set("cover", file.toString())));
        return form(viewer, post, form, FileForm.EMPTY, null);
    }

    @PatchMapping
    ModelAndView reword(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam MultiValueMap<String, String> form,
            FileForm files) {
        return reword(viewer, id, form, files, new ModelAndView("redirect:/posts/" + id));
    }

    /** The form once more, without a file that was taken out of it; where a script runs, none is asked for. */
    @PatchMapping(params = "without")
    ModelAndView without(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam MultiValueMap<String, String> form,
            FileForm files) {
        return form(viewer, mine(viewer, id), form, files, null);
    }

    @PatchMapping(produces = Turbo.STREAM)
    ModelAndView rewordInPlace(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam MultiValueMap<String, String> form,
            FileForm files) {
        return reword(viewer, id, form, files, new ModelAndView("conversation/reworded.turbo"));
    }

    private ModelAndView reword(
            Viewer viewer, PostId id, MultiValueMap<String, String> form, FileForm files, ModelAndView done) {
        try {
            files.check();
            posts.edit(viewer, id, form.getFirst("text"), files.revision(), form);
            return done.addObject("viewer", viewer).addObject("post", posts.show(viewer, id));
        } catch (Invalid invalid) {
            return again(form(viewer, mine(viewer, id), form, files, invalid));
        } catch (PostChanged changed) {
            return beside(viewer, changed.post(), form, files);
        }
    }

    // Whoever goes on has seen both.
    private ModelAndView beside(Viewer viewer, Post now, MultiValueMap<String, String> form, FileForm files) {
        var seen = new LinkedMultiValueMap<>(form);
        seen.set("wording", now.wordingMark());
        var both = form(viewer, now, seen, files, null).addObject("changed", true);
        if (files.named()) both.addObject("files", together(viewer, now, files));
        both.setStatus(HttpStatus.CONFLICT);
        return both;
    }

    // What came meanwhile is not taken out by whoever did not see it come.
    private List<Attachment> together(Viewer viewer, Post now, FileForm files) {
        var all = new LinkedHashMap<Long, Enclosure>();
        files.enclosed().forEach(one -> all.put(one.file(), one));
        now.files().forEach(one -> all.putIfAbsent(one.id(), new Enclosure(one.id())));
        return attachments.among(
                viewer.id().value(),
                List.copyOf(all.values()),
                Posts.KIND,
                now.id().value());
    }

    private Post mine(Viewer viewer, PostId id) {
        var post = posts.show(viewer, id);
        if (!post.mayEdit(viewer)) {
            throw new Forbidden("only its author rewords a post");
        }
        return post;
    }

    @GetMapping("/history")
    ModelAndView history(
            @SignedIn Viewer viewer, @PathVariable PostId id, @RequestParam(required = false) @Nullable String after) {
        var post = posts.find(viewer, id);
        var versions = posts.history(viewer, id, Cursor.of(after), History.page(post.text()));
        return new ModelAndView(
                "conversation/history", Map.of("history", History.of(post, versions), "viewer", viewer));
    }

    @GetMapping("/delete")
    ModelAndView ask(
            @SignedIn Viewer viewer, @PathVariable PostId id, @RequestParam(required = false) @Nullable String from) {
        var post = posts.find(viewer, id);
        if (!post.mayDelete(viewer)) {
            throw new Forbidden("only its author or an owner takes a post away");
        }
        return new ModelAndView(
                "conversation/removal", Map.of("viewer", viewer, "removal", Removal.of(viewer, post, from == null)));
    }

    @DeleteMapping
    ModelAndView remove(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletResponse response) {
        var post = posts.find(viewer, id);
        var removal = Removal.of(viewer, post, false);
        return removal.confirmed(reason, () -> {
            posts.delete(viewer, id, reason);
            Flash.say(response, messages.text(viewer.locale(), "conversation.deleted"));
            return new ModelAndView("redirect:" + post.placeHref());
        });
    }

    @DeleteMapping(produces = Turbo.STREAM)
    ModelAndView removeInPlace(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "false") boolean inPlace,
            HttpServletResponse response) {
        if (!inPlace) {
            return remove(viewer, id, reason, response);
        }
        var post = posts.find(viewer, id);
        return Removal.of(viewer, post, true).confirmed(reason, () -> {
            posts.delete(viewer, id, reason);
            return new ModelAndView("conversation/removed.turbo", Map.of("anchor", post.anchor()));
        });
    }

    private ModelAndView form(
            Viewer viewer, Post post, MultiValueMap<String, String> form, FileForm files, @Nullable Invalid invalid) {
        var typed = form.getFirst("text");
        var cover = form.getFirst("cover");
        var kind = kinds.named(post.kind());
        var now = files.named()
                ? attachments.among(
                        viewer.id().value(),
                        files.enclosed(),
                        Posts.KIND,
                        post.id().value())
                : post.files();
        return new ModelAndView("conversation/edit")
                .addObject("viewer", viewer)
                .addObject("post", post)
                .addObject("typed", typed == null ? "" : typed)
                .addObject("title", kind.titled() ? Objects.requireNonNullElse(form.getFirst("title"), "") : null)
                .addObject("words", kind.messages())
                .addObject("wording", Objects.requireNonNullElse(form.getFirst("wording"), post.wordingMark()))
                .addObject("laidOut", kind.laidOut())
                .addObject("cover", cover == null ? "" : cover)
                .addObject("files", now)
                .addObject("invalid", invalid);
    }

    private static ModelAndView again(ModelAndView form) {
        form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return form;
    }
}
