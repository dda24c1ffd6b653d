package org.parvis.access;

import org.jspecify.annotations.Nullable;
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

    AuditController(AuditList audit) {
        this.audit = audit;
    }

    @GetMapping("/administration/audit")
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(required = false) @Nullable String cursor) {
        return new ModelAndView("access/audit")
                .addObject("q", q)
                .addObject("action", action)
                .addObject("actions", audit.actions())
                .addObject("entries", audit.newest(q, action, Cursor.of(cursor), Slice.PAGE));
    }
}
