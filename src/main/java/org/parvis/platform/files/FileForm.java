package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;

import java.util.List;

/**
 * The files of a form: those sent ahead of it, and those that came with it where no script did so, which are kept by the
 * time a controller has this as its argument.
 *
 * @param named whether the form speaks of files at all
 * @param said captions that come or go with it
 * @param problems of the files that could not be kept
 */
public record FileForm(boolean named, List<Enclosure> enclosed, List<Said> said, List<Invalid.Problem> problems) {

    /** Of a form that is opened. */
    public static final FileForm EMPTY = new FileForm(false, List.of(), List.of(), List.of());

    /** What it wants of files that are there already; null leaves them as they are. */
    public @Nullable Revision revision() {
        return named ? new Revision(enclosed, said) : null;
    }

    /** Once everything else is known to be kept: nothing is lost. */
    public void check() {
        if (!problems.isEmpty()) throw new Invalid(problems);
    }
}
