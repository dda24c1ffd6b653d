package org.parvis.platform.files;

import org.parvis.platform.web.Invalid;

import java.util.List;

/**
 * The files of a form: those sent ahead of it, and those that came with it where no script did so, which are kept by the
 * time a controller has this as its argument.
 *
 * @param problems of the files that could not be kept
 */
public record FileForm(List<Enclosure> enclosed, List<Invalid.Problem> problems) {

    /** Of a form that is opened. */
    public static final FileForm EMPTY = new FileForm(List.of(), List.of());

    /** Once everything else is known to be kept: nothing is lost. */
    public void check() {
        if (!problems.isEmpty()) throw new Invalid(problems);
    }
}
