package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.mail.Letter;
import org.parvis.platform.mail.Mail;
import org.parvis.platform.network.Network;
import org.parvis.platform.web.PublicAddress;
import org.springframework.stereotype.Component;

import java.time.Duration;

/** What is written to people about their account: to their own address only, in their language. */
@Component
class AccountLetters {

    private static final Duration NEWS = Duration.ofDays(7);

    private final Mail mail;
    private final Messages messages;
    private final Network network;
    private final PublicAddress address;

    AccountLetters(Mail mail, Messages messages, Network network, PublicAddress address) {
        this.mail = mail;
        this.messages = messages;
        this.network = network;
        this.address = address;
    }

    void invitation(Account account, SingleUseLinks.Fresh link) {
        var own = network.invitation(account.language())
                .map(text -> text.strip() + "\n\n")
                .orElse("");
        write(account, "invitation", SingleUseLinks.INVITATION, own, address.link(link.path()));
    }

    void reset(Account account, SingleUseLinks.Fresh link) {
        write(account, "reset", SingleUseLinks.RESET, "", address.link(link.path()));
    }

    void passwordChanged(Account account) {
        write(account, "password-changed", NEWS, "", address.link("/forgotten"));
    }

    /** What an administrator did in somebody's place: {@code kind} is one of the messages {@code access.mail.…}. */
    void told(Account account, String kind) {
        write(account, kind, NEWS, "", address.link("/settings"));
    }

    void roleGranted(Account account, NetworkRole role) {
        write(account, "role-granted", NEWS, name(account, role), address.link("/about/roles"));
    }

    void roleWithdrawn(Account account, NetworkRole role) {
        write(account, "role-withdrawn", NEWS, name(account, role), address.link("/about/roles"));
    }

    /** To the address that was theirs so far. */
    void addressChanged(Account account, String before) {
        write(account, before, "address-changed", NEWS, String.valueOf(account.email()), address.link("/settings"));
    }

    private String name(Account account, NetworkRole role) {
        return messages.text(account.language(), "access.role." + role.code());
    }

    private void write(Account account, String kind, Duration worth, String before, String link) {
        write(account, account.email(), kind, worth, before, link);
    }

    private void write(
            Account account, @Nullable String recipient, String kind, Duration worth, String before, String link) {
        if (recipient != null) {
            var language = Messages.supported(account.language());
            mail.write(new Letter(
                    account.id().value(),
                    recipient,
                    kind,
                    language,
                    messages.text(language, "access.mail." + kind + ".subject", network.name()),
                    messages.text(
                            language, "access.mail." + kind + ".body", account.name(), network.name(), before, link),
                    worth));
        }
    }
}
