package org.parvis.platform.files;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Invalid;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The files of a form: those sent ahead of it, and those that came with it where no script did so, which are kept by the
 * time a controller has this as its argument.
 *
 * @param named whether the form speaks of files at all
 * @param said captions that come or go with it
 * @param problems of the files that could not be kept
 */
public record FileForm(boolean named, List<Enclosure> enclosed, List<Said> said, List<Invalid.Problem> problems) {

    private static final int MOST = 10 * Attachments.MOST;

    /** Of a form that is opened. */
    public static final FileForm EMPTY = new FileForm(false, List.of(), List.of(), List.of());

    /** Of a form that was kept; {@code without} is none of it. */
    public static FileForm of(MultiValueMap<String, String> kept) {
        return new FileForm(
                true,
                ahead(kept.getOrDefault("files", List.of()), kept::getFirst).toList(),
                List.of(),
                List.of());
    }

    // What is no number was never given out. Many more than a text may have are no form of ours.
    static Stream<Enclosure> ahead(List<String> ids, Function<String, @Nullable String> field) {
        return ids.stream()
                .limit(MOST)
                .filter(id -> id.matches("\\d{1,18}"))
                .map(id ->
                        new Enclosure(Long.parseLong(id), field.apply("alt-" + id), field.apply("transcript-" + id)));
    }

    /** What it wants of files that are there already; null leaves them as they are. */
    public @Nullable Revision revision() {
        return named ? new Revision(enclosed, said) : null;
    }

    /** Once everything else is known to be kept: nothing is lost. */
    public void check() {
        if (!problems.isEmpty()) throw new Invalid(problems);
    }
}
