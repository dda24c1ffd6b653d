package org.parvis.conversation;

import org.springframework.stereotype.Component;
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
