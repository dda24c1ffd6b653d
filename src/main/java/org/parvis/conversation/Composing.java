package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.web.Invalid;

import java.util.List;
import java.util.Optional;

/** A post on its way: where it may go, what was typed, what is wrong with it, how it would look. */
public record Composing(
        boolean wall,
        List<Community> places,
        String chosen,
        boolean inPlace,
        String text,
        List<Attachment> files,
        @Nullable Invalid invalid,
        @Nullable String preview) {

    Composing with(@Nullable String typed, List<Attachment> waiting, @Nullable Invalid problem) {
        return new Composing(wall, places, chosen, inPlace, typed == null ? "" : typed, waiting, problem, preview);
    }

    Composing shown(String typed, List<Attachment> waiting, String html) {
        return new Composing(wall, places, chosen, inPlace, typed, waiting, invalid, html);
    }

    /** The community it goes to, unless it is the author's wall. */
    public Optional<Community> community() {
        return places.stream()
                .filter(place -> place.id().toString().equals(chosen))
                .findFirst();
    }

    /** Whether the author may write anywhere at all. */
    public boolean possible() {
        return wall || !places.isEmpty();
    }

    /** Where closing leads. */
    public String back() {
        return community().map(Community::href).orElse("/");
    }

    /** Whose names complete a mention. */
    public String readers() {
        return community().map(place -> "?community=" + place.id()).orElse("");
    }
}
