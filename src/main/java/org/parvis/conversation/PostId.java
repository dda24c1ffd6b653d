package org.parvis.conversation;

import org.parvis.platform.web.NotFound;

/** A post's number. Printed in addresses and in the API as text. */
public record PostId(long value) {

    /** @throws NotFound for what is no id: it is not there either */
    public static PostId of(String text) {
        try {
            return new PostId(Long.parseLong(text));
        } catch (NumberFormatException notAnId) {
            throw new NotFound("post");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
