package org.parvis.communities;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is in a community, and how one comes in and goes, as pages and one-button forms. */
@Controller
@RequestMapping("/communities/{id}")
class MembershipPages {

    private final Communities communities;
    private final Memberships memberships;
    private final MemberList list;
    private final Invitees invitees;

    MembershipPages(Communities communities, Memberships memberships, MemberList list, Invitees invitees) {
        this.communities = communities;
        this.memberships = memberships;
        this.list = list;
        this.invitees = invitees;
    }

    @GetMapping("/members")
    ModelAndView members(
            @SignedIn Viewer viewer,
            @PathVariable CommunityId id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "") String invitee,
            @RequestParam(required = false) @Nullable String asking,
            @RequestParam(required = false) @Nullable String invited) {
        var community = communities.read(viewer, id);
        var view = new ModelAndView("communities/members");
        view.addObject("community", community);
        view.addObject("viewer", viewer);
        view.addObject("q", q);
        view.addObject("role", role);
        view.addObject("invitee", invitee);
        view.addObject("members", list.of(viewer, id, q, standing(role), Cursor.parse(cursor), Slice.PAGE));
        if (community.owned()) {
            view.addObject("requests", list.asking(viewer, id, Cursor.parse(asking), Slice.PAGE));
            view.addObject("invitations", list.invited(viewer, id, Cursor.parse(invited), Slice.PAGE));
            view.addObject("invitees", invitees.of(viewer, id, invitee));
        }
        return view;
    }

    @PostMapping("/membership")
    String enter(@SignedIn Viewer viewer, Page page, HttpServletResponse response, @PathVariable CommunityId id) {
        var standing = memberships.enter(viewer, id);
        Flash.say(response, page.text("communities.entered." + standing.code()));
        return "redirect:/communities/" + id;
    }

    @DeleteMapping("/membership")
    String leave(@SignedIn Viewer viewer, Page page, HttpServletResponse response, @PathVariable CommunityId id) {
        try {
            memberships.leave(viewer, id);
            Flash.say(response, page.text("communities.left"));
        } catch (Conflict lastOwner) {
            Flash.say(response, page.text("communities.lastOwner"));
        }
        return findable(viewer, id) ? "redirect:/communities/" + id : "redirect:/communities";
    }

    // Whoever leaves an unlisted community no longer finds it.
    private boolean findable(Viewer viewer, CommunityId id) {
        try {
            return communities.find(viewer, id).id().equals(id);
        } catch (NotFound gone) {
            return false;
        }
    }

    @PutMapping("/members/{person}")
    String put(
            @SignedIn Viewer viewer,
            Page page,
            HttpServletResponse response,
            @PathVariable CommunityId id,
            @PathVariable PersonId person,
            @RequestParam String role) {
        try {
            memberships.put(viewer, id, person, "owner".equals(role) ? Standing.OWNER : Standing.MEMBER);
            Flash.say(response, page.text("communities.saved"));
        } catch (Conflict lastOwner) {
            Flash.say(response, page.text("communities.lastOwner"));
        }
        return back(id);
    }

    @DeleteMapping("/members/{person}")
    String remove(
            @SignedIn Viewer viewer,
            Page page,
            HttpServletResponse response,
            @PathVariable CommunityId id,
            @PathVariable PersonId person) {
        try {
            memberships.remove(viewer, id, person);
            Flash.say(response, page.text("communities.saved"));
        } catch (Conflict lastOwner) {
            Flash.say(response, page.text("communities.lastOwner"));
        }
        return back(id);
    }

    @PostMapping("/invitations/{person}")
    String invite(
            @SignedIn Viewer viewer,
            Page page,
            HttpServletResponse response,
            @PathVariable CommunityId id,
            @PathVariable PersonId person) {
        memberships.invite(viewer, id, person);
        Flash.say(response, page.text("communities.invited"));
        return back(id);
    }

    @PutMapping("/requests/{person}")
    String agree(@SignedIn Viewer viewer, @PathVariable CommunityId id, @PathVariable PersonId person) {
        memberships.agree(viewer, id, person);
        return back(id);
    }

    @DeleteMapping("/requests/{person}")
    String decline(@SignedIn Viewer viewer, @PathVariable CommunityId id, @PathVariable PersonId person) {
        memberships.decline(viewer, id, person);
        return back(id);
    }

    @PutMapping("/archive")
    String archive(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        communities.archive(viewer, id, true);
        return "redirect:/communities/" + id;
    }

    @DeleteMapping("/archive")
    String reopen(@SignedIn Viewer viewer, @PathVariable CommunityId id) {
        communities.archive(viewer, id, false);
        return "redirect:/communities/" + id;
    }

    private static String back(CommunityId id) {
        return "redirect:/communities/" + id + "/members";
    }

    private static @Nullable Standing standing(String role) {
        return switch (role) {
            case "owner" -> Standing.OWNER;
            case "member" -> Standing.MEMBER;
            default -> null;
        };
    }
}
