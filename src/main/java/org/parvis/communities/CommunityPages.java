package org.parvis.communities;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities.CommunityFilter;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** The list of communities, the page of each, founding one and its settings. */
@Controller
@RequestMapping("/communities")
class CommunityPages {

    private static final int FIRST = 12;

    private final Communities communities;
    private final MemberList members;
    private final PictureUpload upload;
    private final ObjectProvider<CommunityFeed> feeds;
    private final ObjectProvider<OwnersPanel> panels;

    CommunityPages(
            Communities communities,
            MemberList members,
            PictureUpload upload,
            ObjectProvider<CommunityFeed> feeds,
            ObjectProvider<OwnersPanel> panels) {
        this.communities = communities;
        this.members = members;
        this.upload = upload;
        this.feeds = feeds;
        this.panels = panels;
    }

    @GetMapping
    ModelAndView index(
            @SignedIn Viewer viewer,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String membership,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = CommunityFilter.of(q, purpose, membership);
        var view = new ModelAndView("communities/index");
        view.addObject("filter", filter);
        view.addObject("invited", first(viewer, filter, "invited", cursor));
        view.addObject("mine", first(viewer, filter, "joined", cursor));
        view.addObject("found", communities.list(viewer, others(filter), Cursor.of(cursor), Slice.PAGE));
        return view;
    }

    // What waits for an answer and what is mine stand first, in lists of their own, as long as no standing is asked
    // for.
    private Slice<Community> first(Viewer viewer, CommunityFilter filter, String standing, @Nullable String cursor) {
        return filter.standing() == null && cursor == null
                ? communities.list(viewer, filter.standing(standing), Cursor.NEWEST, FIRST)
                : Slice.of(List.of(), 1, x -> Cursor.NEWEST);
    }

    private static CommunityFilter others(CommunityFilter filter) {
        return filter.standing() == null ? filter.standing("elsewhere") : filter;
    }

    @GetMapping("/new")
    ModelAndView newForm(@SignedIn Viewer viewer, @RequestParam(required = false) @Nullable String name) {
        if (!viewer.employee()) {
            throw new Forbidden("guests found no communities");
        }
        return form("communities/new", CommunityForm.named(name), null, null, List.of());
    }

    @GetMapping("/similar")
    ModelAndView similar(@SignedIn Viewer viewer, @RequestParam(defaultValue = "") String name) {
        return new ModelAndView("communities/similar").addObject("similar", communities.similar(viewer, name));
    }

    @PostMapping
    ModelAndView create(
            @SignedIn Viewer viewer,
            Page page,
            HttpServletResponse response,
            @ModelAttribute CommunityForm form,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            @RequestParam(required = false) boolean different)
            throws IOException {
        var similar = different ? List.<Community>of() : communities.similar(viewer, form.name());
        if (!similar.isEmpty()) {
            return again(form("communities/new", form, null, null, similar));
        }
        try {
            var id = communities.create(viewer, form);
            return new ModelAndView("redirect:/communities/" + id + pictured(viewer, page, response, id, photo));
        } catch (Invalid problem) {
            return again(form("communities/new", form, problem, null, List.of()));
        }
    }

    // The community is there, whatever becomes of its picture; a bad one is said where another can be chosen.
    private String pictured(
            Viewer viewer, Page page, HttpServletResponse response, CommunityId id, @Nullable MultipartFile photo)
            throws IOException {
        try {
            if (photo != null && !photo.isEmpty()) {
                upload.take(viewer, id, photo);
            }
            return "";
        } catch (Invalid refused) {
            Flash.say(response, String.valueOf(page.problem(refused, "photo")));
            return "/settings";
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable String cursor) {
        var community = communities.find(viewer, id);
        var feed = feeds.getIfAvailable();
        var view = place(viewer, page, community, "communities/show");
        view.addObject(
                "posts", community.readable() && feed != null ? feed.posts(page, viewer, community, cursor) : null);
        return view;
    }

    @GetMapping("/{id}/about")
    ModelAndView about(@SignedIn Viewer viewer, Page page, @PathVariable CommunityId id) {
        return place(viewer, page, communities.find(viewer, id), "communities/about");
    }

    private ModelAndView place(Viewer viewer, Page page, Community community, String template) {
        var owners = community.readable()
                ? members.of(viewer, community.id(), null, Standing.OWNER, null, 5)
                        .items()
                : List.<Member>of();
        return new ModelAndView(template)
                .addObject("community", community)
                .addObject("owners", owners)
                .addObject("panels", community.owned() ? panels(viewer, page, community) : List.of());
    }

    private List<Content> panels(Viewer viewer, Page page, Community community) {
        return panels.orderedStream()
                .map(slot -> slot.panel(page, viewer, community))
                .filter(Objects::nonNull)
                .toList();
    }

    @GetMapping("/{id}/settings")
    ModelAndView settings(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        var community = communities.owned(viewer, id);
        return form("communities/settings", CommunityForm.of(community), null, community, List.of());
    }

    @PatchMapping("/{id}")
    ModelAndView update(
            @SignedIn Viewer viewer,
            Page page,
            HttpServletResponse response,
            @PathVariable CommunityId id,
            @ModelAttribute CommunityForm form) {
        var community = communities.changed(viewer, id);
        try {
            communities.update(viewer, id, form);
            Flash.say(response, page.text("communities.saved"));
            return new ModelAndView("redirect:/communities/" + id);
        } catch (Invalid problem) {
            return again(form("communities/settings", form, problem, community, List.of()));
        }
    }

    private static ModelAndView form(
            String template,
            CommunityForm form,
            @Nullable Invalid problem,
            @Nullable Community community,
            List<Community> similar) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("form", form);
        model.put("problem", problem);
        model.put("community", community);
        model.put("similar", similar);
        return new ModelAndView(template, model);
    }

    private static ModelAndView again(ModelAndView view) {
        view.setStatus(UNPROCESSABLE_CONTENT);
        return view;
    }
}
