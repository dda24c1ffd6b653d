package org.parvis.access;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Page;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.io.IOException;
import java.util.List;

/** Everybody on a page for administrators, and what is done to several at once. */
@Controller
class RosterController {

    private final Roster roster;
    private final RosterExport export;
    private final Invitations invitations;
    private final InvitingEveryone inviting;

    RosterController(Roster roster, RosterExport export, Invitations invitations, InvitingEveryone inviting) {
        this.roster = roster;
        this.export = export;
        this.invitations = invitations;
        this.inviting = inviting;
    }

    @GetMapping("/administration")
    String administration() {
        return "redirect:/administration/people";
    }

    @ModelAttribute
    RosterFilter filter(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String site,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String attribute,
            @RequestParam(defaultValue = "") String value) {
        return new RosterFilter(state, q, site, role, attribute, value);
    }

    @GetMapping("/administration/people")
    ModelAndView list(
            @ModelAttribute(binding = false) RosterFilter filter,
            @RequestParam(required = false) @Nullable String cursor) {
        return new ModelAndView("access/roster")
                .addObject("filter", filter)
                .addObject("counts", roster.counts(filter))
                .addObject("sites", roster.sites())
                .addObject("attributes", roster.attributes())
                .addObject("people", roster.list(filter, Cursor.parse(cursor), Slice.PAGE));
    }

    @GetMapping("/administration/people.csv")
    void export(
            @SignedIn Viewer viewer,
            Page page,
            @ModelAttribute(binding = false) RosterFilter filter,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"people.csv\"");
        export.write(Agent.onPage(viewer.id()), filter, page, response.getOutputStream());
    }

    @PostMapping("/administration/people/invitations")
    String invite(
            @SignedIn Viewer viewer,
            Page page,
            @RequestParam(defaultValue = "") List<String> person,
            @RequestParam(required = false) @Nullable String from,
            HttpServletResponse response) {
        var chosen = person.stream().limit(Slice.MOST).map(PersonId::of).toList();
        var invited = invitations.invite(Agent.onPage(viewer.id()), chosen);
        Flash.say(response, page.text("access.roster.invited-some", invited));
        return "redirect:" + ReturnPath.back(from);
    }

    @GetMapping("/administration/people/invitations/everyone")
    ModelAndView askToInviteEveryone(@ModelAttribute(binding = false) RosterFilter filter) {
        return new ModelAndView("access/invite-everyone")
                .addObject("filter", filter)
                .addObject("people", roster.counts(filter).waiting());
    }

    @PostMapping("/administration/people/invitations/everyone")
    String inviteEveryone(
            @SignedIn Viewer viewer,
            Page page,
            @ModelAttribute(binding = false) RosterFilter filter,
            HttpServletResponse response) {
        inviting.begin(viewer.id(), filter);
        Flash.say(response, page.text("access.roster.inviting"));
        return "redirect:" + filter.of(Account.INVITED).href();
    }
}
