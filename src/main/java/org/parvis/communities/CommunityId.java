package org.parvis.communities;

import org.parvis.platform.web.Ids;
import org.parvis.platform.web.NotFound;

/** A community's number. Printed in addresses and in the API as text. */
public record CommunityId(long value) {

    /** @throws NotFound for what is no id: it is not there either */
    public static CommunityId of(String text) {
        return new CommunityId(Ids.parse("community", text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
