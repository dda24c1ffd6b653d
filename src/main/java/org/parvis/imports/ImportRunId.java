package org.parvis.imports;

import org.parvis.platform.web.Ids;

/** The number of an import. */
public record ImportRunId(long value) {

    public static ImportRunId of(String text) {
        return new ImportRunId(Ids.parse("import", text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
