package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonKind;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Invalid;

/** What is typed to add one person by hand. */
public record EnrolmentForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String jobTitle,
        @Nullable String site,
        @Nullable String department,
        @Nullable String kind,
        @Nullable String invite) {

    static final EnrolmentForm EMPTY = new EnrolmentForm("", "", "", "", "", "employee", "true");

    /** For the field, as it was typed. */
    public String shown(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    public boolean guest() {
        return "guest".equals(kind);
    }

    public boolean invites() {
        return "true".equals(invite);
    }

    PersonKind personKind() {
        return guest() ? PersonKind.GUEST : PersonKind.EMPLOYEE;
    }

    /** The same, fit to be kept. */
    EnrolmentForm clean() {
        Invalid.unless(
                () -> PlainText.name("name", name, 200),
                this::checkAddress,
                () -> PlainText.optionalName("jobTitle", jobTitle, 300),
                () -> PlainText.optionalName("site", site, 300),
                () -> PlainText.optionalName("department", department, 300));
        return new EnrolmentForm(
                PlainText.name("name", name, 200),
                shown(email).strip(),
                PlainText.optionalName("jobTitle", jobTitle, 300),
                PlainText.optionalName("site", site, 300),
                PlainText.optionalName("department", department, 300),
                personKind().code(),
                invite);
    }

    // Whoever is not invited now may do without; then they are in the directory and cannot sign in.
    private void checkAddress() {
        var typed = shown(email).strip();
        if (!typed.isEmpty() || invites()) {
            MailAddress.check("email", typed);
        }
    }
}
