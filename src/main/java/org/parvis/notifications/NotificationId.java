package org.parvis.notifications;

import org.parvis.platform.web.NotFound;

/** A notification's number. Printed in addresses and in the API as text. */
public record NotificationId(long value) {

    /** @throws NotFound for what is no id: it is not there either */
    public static NotificationId of(String text) {
        try {
            return new NotificationId(Long.parseLong(text));
        } catch (NumberFormatException notAnId) {
            throw new NotFound("notification");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
