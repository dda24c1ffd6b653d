package org.parvis.people;

import io.swagger.v3.oas.annotations.media.Schema;

/** A person inside something else, as the REST API writes it. */
@Schema(name = "PersonReference")
public record PersonReference(String id, String name) {

    public static PersonReference of(PersonCard card) {
        return new PersonReference(card.id().toString(), card.name());
    }
}
