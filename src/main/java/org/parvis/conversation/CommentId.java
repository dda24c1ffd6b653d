package org.parvis.conversation;

import org.parvis.platform.web.Ids;
import org.parvis.platform.web.NotFound;

/** A comment's number. Printed in addresses and in the API as text. */
public record CommentId(long value) {

    /** @throws NotFound for what is no id: it is not there either */
    public static CommentId of(String text) {
        return new CommentId(Ids.parse("comment", text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
