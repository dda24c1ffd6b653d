package org.parvis.notifications;

import org.parvis.platform.web.Ids;
import org.parvis.platform.web.NotFound;

/** A notification's number. Printed in addresses and in the API as text. */
public record NotificationId(long value) {

    /** @throws NotFound for what is no id: it is not there either */
    public static NotificationId of(String text) {
        return new NotificationId(Ids.parse("notification", text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
