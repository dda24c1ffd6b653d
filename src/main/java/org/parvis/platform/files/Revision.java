package org.parvis.platform.files;

import java.util.List;

/**
 * The files of a text as its author wants them from now on: these and no others, in this order, of those it has and those
 * that wait for it.
 *
 * @param said captions that come or go with it
 */
public record Revision(List<Enclosure> enclosed, List<Said> said) {

    public static Revision to(List<Enclosure> enclosed) {
        return new Revision(enclosed, List.of());
    }
}
