package org.parvis.imports;

import org.parvis.platform.web.NotFound;

/** The number of an import. */
public record ImportRunId(long value) {

    public static ImportRunId of(String text) {
        try {
            return new ImportRunId(Long.parseLong(text));
        } catch (NumberFormatException notAnId) {
            throw new NotFound("import");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
