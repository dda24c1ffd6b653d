package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonId;

/** Who changes somebody's account, and from where; nobody in particular at set-up and on the command line. */
public record Agent(@Nullable PersonId person, Origin origin) {

    /** The places from which the network is administrated. */
    public enum Origin {
        PAGE("page"),
        COMMAND_LINE("command line"),
        API("api"),
        SET_UP("set-up");

        private final String code;

        Origin(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    public static Agent onPage(PersonId administrator) {
        return new Agent(administrator, Origin.PAGE);
    }

    public static Agent byApi(PersonId administrator) {
        return new Agent(administrator, Origin.API);
    }

    public static Agent onCommandLine() {
        return new Agent(null, Origin.COMMAND_LINE);
    }

    static Agent atSetUp() {
        return new Agent(null, Origin.SET_UP);
    }

    @Nullable
    Long number() {
        return person == null ? null : person.value();
    }
}
