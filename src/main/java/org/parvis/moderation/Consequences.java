package org.parvis.moderation;

import org.parvis.access.Agent;
import org.parvis.access.Audit;
import org.parvis.conversation.Interventions;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.people.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Map;

/** What a decision brings about: the words are hidden or gone, both sides hear why, and a moderator's is in the audit list. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Consequences {

    private final JdbcClient jdbc;
    private final Interventions interventions;
    private final Journal journal;
    private final Audit audit;

    Consequences(JdbcClient jdbc, Interventions interventions, Journal journal, Audit audit) {
        this.jdbc = jdbc;
        this.interventions = interventions;
        this.journal = journal;
        this.audit = audit;
    }

    void of(Viewer handler, Report report, Decision decision, String reason, Agent.Origin origin) {
        if (report.written()) {
            intervene(handler, report, decision, reason);
        }
        if (!report.asOwner()) {
            audit.record(
                    new Agent(handler.id(), origin),
                    action(decision),
                    report.reported() == null ? null : report.reported().id(),
                    Map.of("report", report.id().toString()));
        }
        tell(handler, report, Verb.ACCEPT, reporters(report));
        // Whoever has something removed is told so by its removal.
        if (decision != Decision.REMOVE) {
            tell(handler, report, Verb.ANNOUNCE, concerned(report));
        }
    }

    private void intervene(Viewer handler, Report report, Decision decision, String reason) {
        switch (decision) {
            case HIDE -> interventions.hide(handler, report.thing());
            case REMOVE -> interventions.remove(handler, report.thing(), reason);
            case KEEP -> {
                if (!report.handlings().isEmpty()) {
                    interventions.show(handler, report.thing());
                }
            }
            case WARN -> {}
        }
    }

    private static String action(Decision decision) {
        return switch (decision) {
            case KEEP -> "report kept";
            case HIDE -> "report hidden";
            case REMOVE -> "report removed";
            case WARN -> "report warned";
        };
    }

    private void tell(Viewer handler, Report report, Verb verb, List<Long> people) {
        journal.appendAll(people.stream()
                .map(person -> Activity.by(handler.id().value())
                        .did(verb, Reports.reference(report.id()))
                        .to(Reference.to("person", person)))
                .toList());
    }

    private List<Long> reporters(Report report) {
        return people("select person_id from report_voice where report_id = :report order by person_id", report);
    }

    private List<Long> concerned(Report report) {
        return people("""
                select reported_id as person_id from report where id = :report and reported_id is not null
                union
                select m.person_id
                  from report r
                  join membership m on m.community_id = r.subject_id and m.role = 'owner'
                 where r.id = :report and r.subject_kind = 'community'
                """, report);
    }

    private List<Long> people(String sql, Report report) {
        return jdbc.sql(sql)
                .param("report", report.id().value())
                .query((row, number) -> row.getLong("person_id"))
                .list();
    }
}
