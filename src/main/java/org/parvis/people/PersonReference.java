package org.parvis.people;

/** A person inside something else, as the REST API writes it. */
public record PersonReference(String id, String name) {

    public static PersonReference of(PersonCard card) {
        return new PersonReference(card.id().toString(), card.name());
    }
}
