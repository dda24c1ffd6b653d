package org.parvis.conversation;

import org.parvis.platform.web.NotFound;

/** A comment's number. Printed in addresses and in the API as text. */
public record CommentId(long value) {

    /** @throws NotFound for what is no id: it is not there either */
    public static CommentId of(String text) {
        try {
            return new CommentId(Long.parseLong(text));
        } catch (NumberFormatException notAnId) {
            throw new NotFound("comment");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
