package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of what administrators did. */
@Controller
class AuditController {

    private final AuditList audit;
    private final Roster roster;

    AuditController(AuditList audit, Roster roster) {
        this.audit = audit;
        this.roster = roster;
    }

    @GetMapping("/administration/audit")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(required = false) @Nullable PersonId person,
            @RequestParam(required = false) @Nullable String cursor) {
        return new ModelAndView("access/audit")
                .addObject("q", q)
                .addObject("action", action)
                .addObject("actions", audit.actions())
                .addObject("person", person == null ? null : roster.find(person).person())
                .addObject("entries", audit.newest(q, action, person, Cursor.of(cursor), Slice.PAGE));
    }
}
