package org.parvis.moderation;

import org.parvis.platform.web.Ids;
import org.parvis.platform.web.NotFound;

/** A report's number. Printed in addresses and in the API as text. */
public record ReportId(long value) {

    /** @throws NotFound for what is no id: it is not there either */
    public static ReportId of(String text) {
        return new ReportId(Ids.parse("report", text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
