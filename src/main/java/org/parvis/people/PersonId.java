package org.parvis.people;

import org.parvis.platform.web.Ids;
import org.parvis.platform.web.NotFound;

/** A person's number. Printed in addresses and in the API as text. */
public record PersonId(long value) {

    /** @throws NotFound for what is no id: it is not there either */
    public static PersonId of(String text) {
        return new PersonId(Ids.parse("person", text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
