package org.parvis.imports;

import java.util.List;
import java.util.Map;

/**
 * What an import did, or would do.
 *
 * @param counts by name, in the order to be shown; the names are message keys after {@code imports.count.}
 * @param problem the message key of why it stopped, empty where it did not
 */
public record ImportReport(
        ImportState state, Map<String, Long> counts, String problem, List<String> arguments, List<Remark> remarks) {

    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
