package org.parvis.access;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.people.SignedIn;
import org.parvis.people.Viewer;
import org.parvis.platform.mail.OutgoingMail;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Flash;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;

/** One person's account, as administrators see and change it. What cannot be done is said, and nothing happens. */
@Controller
@RequestMapping("/administration/people/{id}")
class AccountController {

    private final Roster roster;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Recovery recovery;
    private final NetworkRoles roles;
    private final Charter charter;
    private final OutgoingMail mail;

    AccountController(
            Roster roster,
            Accounts accounts,
            Invitations invitations,
            Recovery recovery,
            NetworkRoles roles,
            Charter charter,
            OutgoingMail mail) {
        this.roster = roster;
        this.accounts = accounts;
        this.invitations = invitations;
        this.recovery = recovery;
        this.roles = roles;
        this.charter = charter;
        this.mail = mail;
    }

    @GetMapping
    ModelAndView show(@PathVariable PersonId id) {
        return page(id).addObject("link", null);
    }

    @PostMapping("/invitation")
    String invite(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String from,
            HttpServletResponse response) {
        var invited = invitations.invite(Agent.onPage(viewer.id()), List.of(id));
        Flash.say(response, page.text(invited == 1 ? "access.account.invited" : "access.account.not-invited"));
        return back(id, from);
    }

    /** The link is shown on this page and never again. */
    @PostMapping("/reset-link")
    ModelAndView resetLink(
            @SignedIn Viewer viewer, Page page, @PathVariable PersonId id, HttpServletResponse response) {
        try {
            var link = recovery.resetLink(Agent.onPage(viewer.id()), id);
            return page(id).addObject("link", link);
        } catch (Conflict conflict) {
            return new ModelAndView(refused(page, response, conflict, id, null));
        }
    }

    @GetMapping("/deactivation")
    ModelAndView askToDeactivate(@PathVariable PersonId id) {
        return new ModelAndView("access/deactivation", "entry", roster.find(id));
    }

    @PostMapping("/deactivation")
    String deactivate(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String from,
            HttpServletResponse response) {
        try {
            accounts.deactivate(Agent.onPage(viewer.id()), id);
            Flash.say(response, page.text("access.account.deactivated"));
            return back(id, from);
        } catch (Conflict conflict) {
            return refused(page, response, conflict, id, from);
        }
    }

    @DeleteMapping("/deactivation")
    String reactivate(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PersonId id,
            @RequestParam(required = false) @Nullable String from,
            HttpServletResponse response) {
        accounts.reactivate(Agent.onPage(viewer.id()), id);
        Flash.say(response, page.text("access.account.reactivated"));
        return back(id, from);
    }

    @PutMapping("/roles/{role}")
    String grant(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PersonId id,
            @PathVariable String role,
            HttpServletResponse response) {
        try {
            roles.grant(Agent.onPage(viewer.id()), id, NetworkRole.named(role));
            Flash.say(response, page.text("access.account.role-changed"));
            return back(id, null);
        } catch (Conflict conflict) {
            return refused(page, response, conflict, id, null);
        }
    }

    @DeleteMapping("/roles/{role}")
    String withdraw(
            @SignedIn Viewer viewer,
            Page page,
            @PathVariable PersonId id,
            @PathVariable String role,
            HttpServletResponse response) {
        try {
            roles.withdraw(Agent.onPage(viewer.id()), id, NetworkRole.named(role));
            Flash.say(response, page.text("access.account.role-changed"));
            return back(id, null);
        } catch (Conflict conflict) {
            return refused(page, response, conflict, id, null);
        }
    }

    private ModelAndView page(PersonId id) {
        return new ModelAndView("access/account")
                .addObject("entry", roster.find(id))
                .addObject("mails", !mail.leaves())
                .addObject("acceptance", charter.acceptance(id).orElse(null))
                .addObject("roles", List.of(NetworkRole.values()));
    }

    private static String refused(
            Page page, HttpServletResponse response, Conflict conflict, PersonId id, @Nullable String from) {
        Flash.say(response, page.text(String.valueOf(conflict.getMessage())));
        return back(id, from);
    }

    private static String back(PersonId id, @Nullable String from) {
        return "redirect:" + (from == null ? "/administration/people/" + id : ReturnPath.back(from));
    }
}
