package org.parvis.imports;

import org.parvis.people.PersonId;
import org.parvis.platform.settings.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Locale;
import java.util.Map;

/** {@code ./parvis import slack PATH}. */
@Component
class SlackKind implements ImportKind {

    private final SlackImport slack;
    private final PrintedReport printed;
    private final JdbcClient jdbc;

    SlackKind(SlackImport slack, PrintedReport printed, JdbcClient jdbc) {
        this.slack = slack;
        this.printed = printed;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return SlackImport.KIND;
    }

    @Override
    public String source() {
        return SlackImport.KIND;
    }

    @Override
    public int run(Order order) {
        var report = order.dryRun()
                ? slack.rehearse(order.path(), order.source())
                : slack.run(order.path(), order.source(), firstAdministrator(), SlackKind::tell);
        printed.print(report);
        return report.state().exitCode();
    }

    private PersonId firstAdministrator() {
        return jdbc.sql("""
                select r.person_id
                  from network_role r
                  join person p on p.id = r.person_id and p.state <> 'deactivated' and p.deleted_at is null
                 where r.role = 'administrator'
                 order by r.granted_at, r.person_id
                 limit 1
                """)
                .query((row, number) -> new PersonId(row.getLong(1)))
                .optional()
                .orElseThrow(
                        () -> new Refusal(
                                "The network has no administrator yet, who would look after what is brought in: set it up first."));
    }

    private static void tell(Map<String, Long> counts) {
        System.err.printf(
                Locale.ROOT,
                "%s messages read: %s posts, %s comments, %s left out…%n",
                counts.get("messages"),
                counts.get("posts"),
                counts.get("comments"),
                counts.get("left-out"));
    }
}
