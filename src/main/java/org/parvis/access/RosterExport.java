package org.parvis.access;

import org.parvis.platform.text.Spreadsheet;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of everybody as a file; that it left is in the audit list. */
@Component
class RosterExport {

    private static final String[] COLUMNS = {
        "name", "email", "external-id", "job", "department", "site", "kind", "state", "seen", "roles"
    };

    private final Roster roster;
    private final Audit audit;

    RosterExport(Roster roster, Audit audit) {
        this.roster = roster;
        this.audit = audit;
    }

    @Transactional
    public void write(Agent agent, RosterFilter filter, Page page, OutputStream stream) {
        audit.record(
                agent,
                "people exported",
                null,
                Map.of("people", roster.counts(filter).found()));
        try (var sheet = new Spreadsheet(stream, page.locale())) {
            sheet.line(Stream.of(COLUMNS)
                    .map(column -> page.text("access.roster.column." + column))
                    .toArray(String[]::new));
            roster.each(filter, entry -> line(sheet, entry, page));
        }
    }

    private static void line(Spreadsheet sheet, RosterEntry entry, Page page) {
        sheet.line(
                entry.person().name(),
                entry.email(),
                entry.externalId(),
                entry.person().jobTitle(),
                entry.department(),
                entry.person().site(),
                page.text("access.kind." + entry.kind().code()),
                page.text("platform.state." + entry.state()),
                entry.seenAt() == null ? null : entry.seenAt().toString(),
                entry.roles().stream()
                        .map(role -> page.text("access.role." + role))
                        .collect(Collectors.joining(", ")));
    }
}
