package org.parvis.access;

import org.parvis.platform.web.Invalid;

/** Whether what was typed may be one address. */
final class MailAddress {

    private static final int LONGEST = 320;

    static void check(String field, String typed) {
        if (typed.length() > LONGEST || !typed.matches("[^\\s\\p{Cntrl}@,;<>\"]+@[^\\s\\p{Cntrl}@,;<>\"]+")) {
            throw new Invalid(field, "access.link.address");
        }
    }

    private MailAddress() {}
}
