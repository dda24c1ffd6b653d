package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.web.Invalid;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A post on its way: of what kind, where it may go, what was typed, what is wrong with it, how it would look.
 *
 * @param kinds those that its author may write
 * @param form what was typed, by the names of the fields
 * @param resumed when its author left it, if a draft is taken up again
 * @param planned when that is to be published by itself, as long as nothing in it changes
 * @param other its draft as it was kept from elsewhere meanwhile
 */
public record Composing(
        List<PostKind<?>> kinds,
        PostKind<?> kind,
        boolean wall,
        List<Community> places,
        String chosen,
        Setting setting,
        MultiValueMap<String, String> form,
        List<Attachment> files,
        @Nullable Invalid invalid,
        @Nullable String preview,
        @Nullable Instant resumed,
        @Nullable Instant planned,
        @Nullable Draft other) {

    static Composing nothing(
            List<PostKind<?>> kinds,
            PostKind<?> kind,
            boolean wall,
            List<Community> places,
            String chosen,
            Setting setting) {
        var empty = new LinkedMultiValueMap<String, String>();
        empty.set("draft", UUID.randomUUID().toString());
        empty.set("window", UUID.randomUUID().toString());
        empty.set("version", "0");
        return new Composing(
                kinds, kind, wall, places, chosen, setting, empty, List.of(), null, null, null, null, null);
    }

    Composing with(Typed typed, List<Attachment> waiting, @Nullable Invalid problem) {
        return new Composing(
                kinds,
                kind,
                wall,
                places,
                chosen,
                setting,
                typed.form(),
                waiting,
                problem,
                preview,
                resumed,
                planned,
                other);
    }

    /** With a text to begin with. */
    Composing holding(String text) {
        form.set("text", text);
        return this;
    }

    /** A draft taken up again, where it was to go if it still may, unless the form stands in a place. */
    Composing with(Draft draft, boolean mine, List<Attachment> waiting) {
        var place = draft.place();
        var goes = here() || place == null ? chosen : listed(place.id().toString());
        var resumed = new LinkedMultiValueMap<>(draft.form());
        resumed.set("draft", draft.key().toString());
        resumed.set("window", UUID.randomUUID().toString());
        if (!mine) resumed.set("coauthor", "true");
        resumed.set("version", Long.toString(draft.version()));
        return new Composing(
                kinds,
                kind,
                wall,
                places,
                goes,
                setting,
                resumed,
                waiting,
                null,
                null,
                draft.changedAt(),
                draft.publishAt(),
                null);
    }

    /** What was typed, beside what was kept from elsewhere: whoever goes on has seen both. */
    Composing beside(Draft draft) {
        var seen = new LinkedMultiValueMap<>(form);
        seen.set("version", Long.toString(draft.version()));
        return new Composing(
                kinds, kind, wall, places, chosen, setting, seen, files, invalid, preview, null, null, draft);
    }

    private String listed(String id) {
        return places.stream().anyMatch(place -> place.id().toString().equals(id)) ? id : chosen;
    }

    Composing shown(String html) {
        return new Composing(
                kinds, kind, wall, places, chosen, setting, form, files, invalid, html, resumed, planned, other);
    }

    /** What was typed into the first field of this name; empty at first. */
    public String typed(String field) {
        var typed = form.getFirst(field);
        return typed == null ? "" : typed;
    }

    /** What was typed for other kinds, which comes back with them: names and values. */
    public List<Map.Entry<String, String>> kept() {
        var asked = names(kind);
        return kinds.stream()
                .flatMap(other -> names(other).stream())
                .distinct()
                .filter(name -> !asked.contains(name))
                .flatMap(name -> form.getOrDefault(name, List.of()).stream().map(value -> Map.entry(name, value)))
                .toList();
    }

    private static Set<String> names(PostKind<?> kind) {
        var names = new LinkedHashSet<>(kind.asks());
        if (kind.titled()) names.add("title");
        return names;
    }

    /** The community it goes to, unless it is the author's wall. */
    public Optional<Community> community() {
        return places.stream()
                .filter(place -> place.id().toString().equals(chosen))
                .findFirst();
    }

    /** Whether somebody else began it and will publish it. */
    public boolean isCoauthored() {
        return !typed("coauthor").isEmpty();
    }

    /** Whether the author may write anywhere at all. */
    public boolean possible() {
        return wall || !places.isEmpty();
    }

    public boolean inPlace() {
        return setting != Setting.PAGE;
    }

    /** Whether it may go nowhere else. */
    public boolean here() {
        return setting == Setting.COMMUNITY;
    }

    /** The address of an empty form like this one. */
    public String afresh() {
        return "/posts/new?draft=new&kind=" + kind.code() + (here() ? "&community=" + chosen : "");
    }

    /** Where closing leads. */
    public String back() {
        return setting == Setting.FEED ? "/" : community().map(Community::href).orElse("/");
    }

    /** Whose names complete a mention. */
    public String readers() {
        return community().map(place -> "?community=" + place.id()).orElse("");
    }
}
