package org.parvis.access;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.PersonId;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ends what somebody is signed in by. Each ending is also a quiet update of the person in the journal, at which open
 * streams ask {@link #open} again.
 */
@Component
@Transactional
public class Sessions {

    private final SignInSessions devices;
    private final AccessTokens tokens;
    private final Journal journal;

    Sessions(SignInSessions devices, AccessTokens tokens, Journal journal) {
        this.devices = devices;
        this.tokens = tokens;
        this.journal = journal;
    }

    /** Whether the session or token that somebody came in with is still good. */
    @Transactional(readOnly = true)
    public boolean open(@Nullable Authentication authentication) {
        return switch (authentication) {
            case SignedInSession session
            when session.means() == SignedInSession.Means.DEVICE -> devices.isOpen(session.number());
            case SignedInSession session -> tokens.isOpen(session.number());
            case null -> false;
            default -> authentication.isAuthenticated();
        };
    }

    /** Those of many that are still good; two statements, however many they are. */
    @Transactional(readOnly = true)
    public Set<Authentication> open(Collection<Authentication> all) {
        var devices = this.devices.open(numbers(all, SignedInSession.Means.DEVICE));
        var tokens = this.tokens.open(numbers(all, SignedInSession.Means.TOKEN));
        return all.stream()
                .filter(authentication -> switch (authentication) {
                    case SignedInSession session
                    when session.means() == SignedInSession.Means.DEVICE -> devices.contains(session.number());
                    case SignedInSession session -> tokens.contains(session.number());
                    default -> authentication.isAuthenticated();
                })
                .collect(Collectors.toSet());
    }

    private static Long[] numbers(Collection<Authentication> all, SignedInSession.Means means) {
        return all.stream()
                .filter(SignedInSession.class::isInstance)
                .map(SignedInSession.class::cast)
                .filter(session -> session.means() == means)
                .map(SignedInSession::number)
                .toArray(Long[]::new);
    }

    void end(PersonId person, long device) {
        if (devices.end(person, device)) {
            told(List.of(person));
        }
    }

    void endAllDevicesBut(PersonId person, long kept) {
        devices.endAllBut(person, kept);
        told(List.of(person));
    }

    /** All other devices and every token, as after a change of password. */
    void endOthers(PersonId person, long kept) {
        devices.endAllBut(person, kept);
        tokens.revokeAll(List.of(person));
        told(List.of(person));
    }

    void endAll(Collection<PersonId> people) {
        devices.endAll(people);
        tokens.revokeAll(people);
        told(people);
    }

    void revoke(PersonId person, long token) {
        if (tokens.revoke(person, token)) {
            told(List.of(person));
        }
    }

    /** Says in the journal that these people may do something else than before. */
    void told(Collection<PersonId> people) {
        journal.appendAll(people.stream()
                .map(person -> Activity.byTheNetwork()
                        .update(Reference.to("person", person.value()))
                        .quietly())
                .toList());
    }
}
