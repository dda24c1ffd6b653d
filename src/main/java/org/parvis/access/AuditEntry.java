package org.parvis.access;

import static org.parvis.platform.time.Times.instant;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/** One thing that was done: nobody in particular did it when there is no actor, to nobody when there is no subject. */
public record AuditEntry(
        long id,
        Instant at,
        @Nullable PersonCard actor,
        String origin,
        String action,
        @Nullable PersonCard subject,
        SortedMap<String, Object> details) {

    static AuditEntry of(ResultSet row, SortedMap<String, Object> details) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                instant(row, "at"),
                card(row, "actor"),
                row.getString("origin"),
                row.getString("action"),
                card(row, "subject"),
                details);
    }

    private static @Nullable PersonCard card(ResultSet row, String alias) throws SQLException {
        return row.getObject(alias + "_id") == null ? null : PersonCard.of(row, alias);
    }

    Cursor cursor() {
        return Cursor.at(at, id);
    }

    /** The message that tells of an action; its arguments are the details in the order of their names. */
    public static String key(String action) {
        return "access.audit." + action.replace(' ', '-');
    }

    public String sentence(Page page) {
        return page.text(
                key(action) + (subject == null && action.equals("invited") ? "-several" : ""),
                details.entrySet().stream().map(detail -> word(page, detail)).toArray());
    }

    public String originKey() {
        return "access.audit.origin." + origin.replace(' ', '-');
    }

    private Object word(Page page, Map.Entry<String, Object> detail) {
        return switch (detail.getKey()) {
            case "role" -> page.text("access.role." + detail.getValue());
            case "kind" ->
                page.text((action.equals("mail read") ? "access.mail-kind." : "access.kind.") + detail.getValue());
            default -> detail.getValue();
        };
    }
}
