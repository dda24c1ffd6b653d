package org.parvis.conversation;

import org.parvis.people.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a form asks to publish. */
@Component
class Submissions {

    /** The field that holds what a program asked of the kind, in JSON, where no form did. */
    static final String PART = "part";

    private final PostKinds kinds;
    private final JsonMapper json;

    Submissions(PostKinds kinds, JsonMapper json) {
        this.kinds = kinds;
        this.json = json;
    }

    Submission<?> of(Typed typed) {
        return of(typed, kinds.of(typed.first("kind")));
    }

    /** A draft as its form shows it: what a program asked stands in the fields. */
    Draft opened(Viewer author, Draft draft) {
        var part = draft.form().getFirst(PART);
        if (part == null) return draft;
        var form = new LinkedMultiValueMap<>(draft.form());
        form.remove(PART);
        fill(author, form, part, kinds.named(draft.kind()));
        return draft.with(form);
    }

    private <D> void fill(Viewer author, MultiValueMap<String, String> form, String part, PostKind<D> kind) {
        kind.fill(form, author, read(part, kind));
    }

    private <D> Submission<D> of(Typed typed, PostKind<D> kind) {
        var part = typed.first(PART);
        var asked = typed.as(kind);
        return part == null
                ? asked
                : new Submission<>(kind, asked.title(), asked.text(), asked.enclosed(), read(part, kind));
    }

    // Whoever writes into that field by hand gets a form in which nothing stands.
    private <D> D read(String part, PostKind<D> kind) {
        try {
            return json.readValue(part, kind.details());
        } catch (JacksonException unreadable) {
            return json.convertValue(json.createObjectNode(), kind.details());
        }
    }
}
