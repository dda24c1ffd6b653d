package org.parvis.announcements;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.parvis.platform.web.Turbo;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;

/** Reading an announcement and confirming it; for its author and for editors, who has. */
@Controller
class AnnouncementController {

    private final Announcements announcements;
    private final AnnouncingRight right;
    private final AnnouncementForm form;
    private final Readers readers;
    private final WaitingAnnouncements waiting;
    private final Communities communities;
    private final Posts posts;

    AnnouncementController(
            Announcements announcements,
            AnnouncingRight right,
            AnnouncementForm form,
            Readers readers,
            WaitingAnnouncements waiting,
            Communities communities,
            Posts posts) {
        this.announcements = announcements;
        this.right = right;
        this.form = form;
        this.readers = readers;
        this.waiting = waiting;
        this.communities = communities;
        this.posts = posts;
    }

    /** How many people what is being written would be brought to. */
    @GetMapping("/announcements/reach")
    ModelAndView reach(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") String community,
            @RequestParam MultiValueMap<String, String> typed) {
        var place = community.isEmpty() ? null : communities.find(viewer, CommunityId.of(community));
        right.check(viewer, place == null ? null : place.id());
        Content reach = form.reach(page, viewer, place, typed);
        return new ModelAndView("announcements/counted").addObject("reach", reach);
    }

    /** Completes the name of a department, a site… while it is typed. */
    @GetMapping("/announcements/values")
    ModelAndView values(
            @SignedIn Viewer viewer,
            @RequestParam(defaultValue = "") String community,
            @RequestParam(defaultValue = "departments") String list,
            @RequestParam(defaultValue = "") String q) {
        right.check(
                viewer,
                community.isEmpty()
                        ? null
                        : communities.find(viewer, CommunityId.of(community)).id());
        return new ModelAndView("announcements/values")
                .addObject("list", list)
                .addObject("values", form.named(viewer, list, q));
    }

    @PutMapping("/posts/{id}/announcement/acknowledgement")
    String acknowledge(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "false") boolean home,
            HttpServletResponse response) {
        announcements.acknowledge(viewer, id);
        Flash.say(response, page.text("announcements.confirmed"));
        return home ? "redirect:/" : "redirect:/posts/" + id;
    }

    @PutMapping(path = "/posts/{id}/announcement/acknowledgement", produces = Turbo.STREAM)
    ModelAndView acknowledgeInPlace(
            @SignedIn Viewer viewer, @PathVariable PostId id, @RequestParam(defaultValue = "false") boolean home) {
        announcements.acknowledge(viewer, id);
        return inPlace(viewer, id, home);
    }

    @PutMapping("/posts/{id}/announcement/reading")
    String read(@SignedIn Viewer viewer, @PathVariable PostId id) {
        announcements.read(viewer, id);
        return "redirect:/";
    }

    @PutMapping(path = "/posts/{id}/announcement/reading", produces = Turbo.STREAM)
    ModelAndView readInPlace(@SignedIn Viewer viewer, @PathVariable PostId id) {
        announcements.read(viewer, id);
        return inPlace(viewer, id, true);
    }

    private ModelAndView inPlace(Viewer viewer, PostId id, boolean home) {
        return new ModelAndView("announcements/read.turbo")
                .addObject("announcement", announcements.find(viewer, id))
                .addObject("home", home)
                .addObject("announced", home ? waiting.show(viewer) : null);
    }

    /** How far it comes, and who confirmed or has not. */
    @GetMapping("/posts/{id}/announcement")
    ModelAndView readers(
            @SignedIn Viewer viewer,
            @PathVariable PostId id,
            @RequestParam(defaultValue = "missing") String view,
            @RequestParam(required = false) @Nullable String after) {
        var reach = readers.reach(viewer, id);
        var people = switch (view) {
            case "missing" -> readers.missing(viewer, id, Cursor.parse(after), Slice.PAGE);
            case "done" -> readers.done(viewer, id, Cursor.of(after), Slice.PAGE);
            default -> throw new NotFound("view");
        };
        return new ModelAndView("announcements/readers")
                .addObject("viewer", viewer)
                .addObject("post", posts.show(viewer, id))
                .addObject("announcement", announcements.find(viewer, id))
                .addObject("reach", reach)
                .addObject("view", view)
                .addObject("people", people);
    }

    @GetMapping("/posts/{id}/announcement/people.csv")
    void export(@SignedIn Viewer viewer, Page page, @PathVariable PostId id, HttpServletResponse response)
            throws IOException {
        announcements.lookedAfter(viewer, id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"announcement-" + id + ".csv\"");
        readers.export(viewer, id, page, response.getOutputStream());
    }

    @PostMapping("/posts/{id}/announcement/reminder")
    String remind(@SignedIn Viewer viewer, Page page, @PathVariable PostId id, HttpServletResponse response) {
        readers.remind(viewer, id);
        Flash.say(response, page.text("announcements.reminding"));
        return "redirect:/posts/" + id + "/announcement";
    }
}
