package org.parvis.conversation;

import org.parvis.platform.web.Ids;
import org.parvis.platform.web.NotFound;

/** A post's number. Printed in addresses and in the API as text. */
public record PostId(long value) {

    /** @throws NotFound for what is no id: it is not there either */
    public static PostId of(String text) {
        return new PostId(Ids.parse("post", text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
