package org.parvis.access;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.PersonId;
import org.parvis.platform.network.Network;
import org.parvis.platform.web.Invalid;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Adds one person whom no directory brings. */
@Component
@Transactional
public class Enrolment {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Network network;
    private final Invitations invitations;
    private final Journal journal;
    private final Audit audit;

    Enrolment(JdbcClient jdbc, Clock clock, Network network, Invitations invitations, Journal journal, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.network = network;
        this.invitations = invitations;
        this.journal = journal;
        this.audit = audit;
    }

    /** An address somebody has already is {@link Invalid}. */
    PersonId add(Agent agent, EnrolmentForm typed) {
        var form = typed.clean();
        var person = insert(form);
        audit.record(
                agent, "person added", person, Map.of("kind", form.personKind().code()));
        journal.append(new Activity.Actor(agent.number()).create(Reference.to("person", person.value())));
        if (form.invites()) {
            invitations.invite(agent, List.of(person));
        }
        return person;
    }

    private PersonId insert(EnrolmentForm form) {
        var names = form.shown(form.name()).split(" ", 2);
        return jdbc.sql("""
                insert into person (kind, name, given_name, family_name, email, job_title, site, department, language,
                                    created_at, updated_at)
                values (:kind, :name, :given, :family, :email, :job, :site, :department, :language, :now, :now)
                on conflict do nothing
                returning id
                """)
                .param("kind", form.personKind().code())
                .param("name", form.name())
                .param("given", names.length == 2 ? names[0] : null)
                .param("family", names.length == 2 ? names[1] : null)
                .param("email", given(form.email()))
                .param("job", given(form.jobTitle()))
                .param("site", given(form.site()))
                .param("department", given(form.department()))
                .param("language", network.defaultLocale().getLanguage())
                .param("now", utc(clock.instant()))
                .query((row, number) -> new PersonId(row.getLong("id")))
                .optional()
                .orElseThrow(() -> new Invalid("email", "access.enrolment.taken"));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
