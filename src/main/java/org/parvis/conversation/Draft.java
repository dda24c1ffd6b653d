package org.parvis.conversation;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.files.FileForm;
import org.parvis.platform.text.Excerpt;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody has begun to write.
 *
 * @param place where it is to go, as far as its author may read there; null on the wall
 * @param version how often it was kept
 * @param author who began it, and alone publishes it
 * @param changedBy who wrote on it last
 * @param publishAt when it is to be published by itself
 * @param refusal why it was not, as its author reads it
 * @param form what stands in its fields, by their names
 */
public record Draft(
        long id,
        UUID key,
        long version,
        @Nullable Place place,
        MultiValueMap<String, String> form,
        Instant changedAt,
        PersonCard author,
        @Nullable PersonCard changedBy,
        @Nullable Instant publishAt,
        @Nullable String refusal) {

    /** With its text as it stands before who reads it. */
    Draft saying(String text) {
        if (text.equals(text())) return this;
        var said = new LinkedMultiValueMap<>(form);
        said.set("text", text);
        return with(said);
    }

    Draft with(MultiValueMap<String, String> form) {
        return new Draft(id, key, version, place, form, changedAt, author, changedBy, publishAt, refusal);
    }

    public boolean mine(Viewer viewer) {
        return viewer.is(author.id());
    }

    /** Its title, else how its text begins; empty where neither is there yet. */
    public String beginning() {
        var title = first("title");
        return title.isBlank() ? Excerpt.of(first("text"), 140) : title.strip();
    }

    /** Its text as it was typed. */
    public String text() {
        return first("text");
    }

    public String title() {
        return first("title");
    }

    /** The code of its kind. */
    public String kind() {
        var kind = first("kind");
        return kind.isEmpty() ? Update.CODE : kind;
    }

    public int files() {
        return typed().files().enclosed().size();
    }

    /** Where it is written on. */
    public String href() {
        return "/posts/new?draft=" + key;
    }

    /** Where one says when it is to be published. */
    public String planHref() {
        return "/drafts/" + key + "/plan";
    }

    /** As its form would be sent, with its key. */
    Typed keyed() {
        var sent = new LinkedMultiValueMap<>(form);
        sent.set("draft", key.toString());
        sent.set("version", Long.toString(version));
        return new Typed(sent, FileForm.of(sent));
    }

    Typed typed() {
        return new Typed(form, FileForm.of(form));
    }

    private String first(String field) {
        var typed = form.getFirst(field);
        return typed == null ? "" : typed;
    }
}
