package org.parvis.people;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;

/** Who reports to whom, walked from one person. */
@Repository
@Transactional(readOnly = true)
public class OrganisationChart {

    /** Higher than any company's chart; whoever stands above is not shown. */
    private static final int HIGHEST = 20;

    private static final int REPORTS_SHOWN = 5;

    /** Where one person stands: the line above from the top down, and the first of those who report to them. */
    public record Line(List<PersonCard> above, List<PersonCard> reports, long team) {

        public boolean empty() {
            return above.isEmpty() && team == 0;
        }
    }

    private record Step(PersonCard card, int height, long team) {}

    private final JdbcClient jdbc;

    OrganisationChart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement; height 0 are reports, 1 is the manager, and so on up. */
    public Line around(Viewer viewer, PersonId id) {
        var steps = jdbc.sql("""
                with recursive above as (
                    select m.id, m.manager_id, 1 as height
                      from visible_people(:viewer) p
                      join visible_people(:viewer) m on m.id = p.manager_id
                     where p.id = :id
                    union all
                    select m.id, m.manager_id, a.height + 1
                      from above a
                      join visible_people(:viewer) m on m.id = a.manager_id
                     where a.height < :highest and m.id <> :id
                ) cycle id set comes_back using path,
                reports as (
                    select r.*, count(*) over () as team
                      from visible_people(:viewer) r
                     where r.manager_id = :id and r.state <> 'deactivated'
                     order by r.sort_name, r.id
                     limit :reports
                )
                select %s, a.height, 0 as team, p.sort_name
                  from above a
                  join visible_people(:viewer) p on p.id = a.id
                 where not a.comes_back
                 union all
                select %s, 0, p.team, p.sort_name
                  from reports p
                 order by height desc, sort_name, p_id
                """.formatted(PersonCard.columns("p"), PersonCard.columns("p")))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .param("highest", HIGHEST)
                .param("reports", REPORTS_SHOWN)
                .query((row, number) -> new Step(PersonCard.of(row, "p"), row.getInt("height"), row.getLong("team")))
                .list();
        var reports = steps.stream().filter(step -> step.height == 0).toList();
        return new Line(
                steps.stream().filter(step -> step.height > 0).map(Step::card).toList(),
                reports.stream().map(Step::card).toList(),
                reports.isEmpty() ? 0 : reports.getFirst().team);
    }

    /** Those who report to one person, by name. */
    public Slice<PersonCard> reports(Viewer viewer, PersonId id, @Nullable Cursor after, int limit) {
        var rows = jdbc.sql("""
                select %s, p.sort_name
                  from visible_people(:viewer) p
                 where p.manager_id = :id and p.state <> 'deactivated'
                   and (p.sort_name, p.id) > (:afterName, :afterId)
                 order by p.sort_name, p.id
                 limit :limit
                """.formatted(PersonCard.columns("p")))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .param("afterName", after == null ? "" : after.key())
                .param("afterId", after == null ? 0 : after.id())
                .param("limit", limit + 1)
                .query((row, number) -> new Named(PersonCard.of(row, "p"), row.getString("sort_name")))
                .list();
        return Slice.of(rows, limit, Named::cursor).map(Named::card);
    }

    private record Named(PersonCard card, String sortName) {

        Cursor cursor() {
            return new Cursor(sortName, card.id().value());
        }
    }
}
