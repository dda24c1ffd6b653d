package org.parvis.moderation;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.access.Agent;
import org.parvis.communities.CommunityId;
import org.parvis.journal.Reference;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Conflict;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.Invalid;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where something is reported, and where whoever looks after it decides. */
@Service
@Transactional
public class Reports {

    /** How the journal names a report. */
    public static final String KIND = "report";

    /** The longest text of a report and of a decision's reason, in characters. */
    public static final int TEXT = 2_000;

    /** How many are counted; more need not be told apart. */
    static final int COUNTED = 1_000;

    private static final int VOICES = 50;

    private final JdbcClient jdbc;
    private final Routing routing;
    private final Consequences consequences;
    private final Clock clock;

    Reports(JdbcClient jdbc, Routing routing, Consequences consequences, Clock clock) {
        this.jdbc = jdbc;
        this.routing = routing;
        this.consequences = consequences;
        this.clock = clock;
    }

    /**
     * Reports what the viewer reads. While the report is open, whoever reports the same thing joins it, and a second time
     * changes their own reason.
     */
    public ReportId report(Viewer viewer, Subject subject, @Nullable String typedReason, @Nullable String typedText) {
        Invalid.unless(() -> ReportReason.chosen(typedReason), () -> PlainText.optional("text", typedText, TEXT));
        var id = open(subject);
        var fresh = jdbc.sql("""
                insert into report_voice (report_id, person_id, reason, text, words, at)
                values (:report, :person, :reason, :text, :words, :now)
                on conflict (report_id, person_id) do update
                   set reason = excluded.reason, text = excluded.text, words = excluded.words
                returning at = :now as fresh
                """)
                .param("report", id.value())
                .param("person", viewer.id().value())
                .param("reason", ReportReason.chosen(typedReason).code())
                .param("text", PlainText.optional("text", typedText, TEXT))
                .param("words", subject.words())
                .param("now", utc(clock.instant()))
                .query(Boolean.class)
                .single();
        if (fresh) {
            routing.tellHandlers(id, viewer.id());
        }
        return id;
    }

    private ReportId open(Subject subject) {
        var owners = routing.toOwners(subject);
        return new ReportId(jdbc.sql("""
                insert into report (subject_kind, subject_id, reported_id, community_id, to_owners, opened_at, moderated_at)
                values (:kind, :id, :reported::bigint, :community::bigint, :owners, :now,
                        case when not :owners then :now::timestamptz end)
                on conflict (subject_kind, subject_id) where handled_at is null
                do update set opened_at = report.opened_at
                returning id
                """)
                .param("kind", subject.thing().kind())
                .param("id", subject.thing().id())
                .param(
                        "reported",
                        subject.reported() == null ? null : subject.reported().value())
                .param(
                        "community",
                        subject.community() == null ? null : subject.community().value())
                .param("owners", owners)
                .param("now", utc(clock.instant()))
                .query(Long.class)
                .single());
    }

    /** Those the viewer handles, the newest first; of one community where one is named. */
    @Transactional(readOnly = true)
    public Slice<Report> list(
            Viewer viewer, boolean handled, @Nullable CommunityId community, Cursor after, int limit) {
        var rows = jdbc.sql("""
                select %s
                  from (select r.*, true as mine from handleable_reports(:viewer) r) r
                  %s
                 where (r.handled_at is not null) = :handled and (r.opened_at, r.id) < (:at, :id)
                   and (:community::bigint is null or r.community_id = :community::bigint)
                 order by r.opened_at desc, r.id desc
                 limit :limit
                """.formatted(Report.COLUMNS, Report.JOINS))
                .param("viewer", viewer.id().value())
                .param("handled", handled)
                .param("community", community == null ? null : community.value())
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query(Report::of)
                .list();
        var slice = Slice.of(
                rows, limit, report -> Cursor.at(report.openedAt(), report.id().value()));
        return new Slice<>(whole(viewer, slice.items()), slice.next());
    }

    /** @throws NotFound when it is not there, or the viewer neither handles it nor reported it */
    @Transactional(readOnly = true)
    public Report find(Viewer viewer, ReportId id) {
        var rows = jdbc.sql("""
                select %s
                  from (select r.*, r.id in (select id from handleable_reports(:viewer)) as mine
                          from report r
                         where r.id = :id) r
                  %s
                 where r.mine or exists (select from report_voice v where v.report_id = r.id and v.person_id = :viewer)
                """.formatted(Report.COLUMNS, Report.JOINS))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .query(Report::of)
                .list();
        return whole(viewer, rows).stream().findFirst().orElseThrow(() -> new NotFound("report " + id));
    }
    /**
     * Decides about a report, and tells both sides why. The same decision twice is once.
     *
     * @throws Forbidden for who only reported it
     * @throws Conflict when it was decided already; only what is hidden may still be shown again or removed
     */
    public void handle(
            Viewer viewer, ReportId id, @Nullable String action, @Nullable String typedReason, Agent.Origin origin) {
        jdbc.sql("select 1 from report where id = :id for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        var report = find(viewer, id);
        if (!report.mine()) {
            throw new Forbidden("whoever reports does not decide");
        }
        Invalid.unless(() -> Decision.chosen(action), () -> PlainText.clean("reason", typedReason, TEXT));
        var decision = Decision.chosen(action);
        var reason = PlainText.clean("reason", typedReason, TEXT);
        if (isRepeated(viewer, report, decision, reason)) {
            return;
        }
        if (report.decisions().isEmpty()) {
            throw new Conflict("moderation.decided");
        }
        if (!report.decisions().contains(decision)) {
            throw new Invalid("action", "moderation.action.not-here");
        }
        decide(viewer, report, decision, reason);
        consequences.of(viewer, report, decision, reason, origin);
    }

    private static boolean isRepeated(Viewer viewer, Report report, Decision decision, String reason) {
        if (report.handlings().isEmpty()) {
            return false;
        }
        var last = report.handlings().getLast();
        return last.person() != null
                && viewer.is(last.person().id())
                && last.decision() == decision
                && last.reason().equals(reason);
    }

    private void decide(Viewer viewer, Report report, Decision decision, String reason) {
        jdbc.sql("""
                with decided as (
                    insert into report_handling (report_id, person_id, action, reason, at)
                    values (:report, :person, :action, :reason, :now)
                )
                update report set handled_at = :now where id = :report
                """)
                .param("report", report.id().value())
                .param("person", viewer.id().value())
                .param("action", decision.code())
                .param("reason", reason)
                .param("now", utc(clock.instant()))
                .update();
    }

    // Voices and decisions of all of a page at once, two statements. Who reported something and may not read it any
    // more
    // does not read it here either.
    private List<Report> whole(Viewer viewer, List<Report> reports) {
        if (reports.isEmpty()) {
            return reports;
        }
        var voices = voices(viewer, reports);
        var handlings = handlings(viewer, reports);
        return reports.stream()
                .map(report -> report.with(
                        voices.getOrDefault(report.id(), List.of()), handlings.getOrDefault(report.id(), List.of())))
                .toList();
    }

    private Map<ReportId, List<Voice>> voices(Viewer viewer, List<Report> reports) {
        var voices = new HashMap<ReportId, List<Voice>>();
        jdbc.sql("""
                select v.report_id, v.reason, v.text, v.at, %s,
                       case when v.report_id = any (:seen) then v.words else '' end as words
                  from unnest(:reports) wanted (id)
                 cross join lateral (select *
                                       from report_voice
                                      where report_id = wanted.id and (wanted.id = any (:mine) or person_id = :viewer)
                                      order by at, person_id
                                      limit :most) v
                  left join visible_people(:viewer) reporter on reporter.id = v.person_id
                 order by v.at, v.person_id
                """.formatted(PersonCard.columns("reporter")))
                .param("reports", ids(reports))
                .param("mine", ids(reports.stream().filter(Report::mine).toList()))
                .param(
                        "seen",
                        ids(reports.stream()
                                .filter(report -> report.mine() || report.readable())
                                .toList()))
                .param("viewer", viewer.id().value())
                .param("most", VOICES)
                .query(row -> {
                    voices.computeIfAbsent(new ReportId(row.getLong("report_id")), any -> new ArrayList<>())
                            .add(Voice.of(row));
                });
        return voices;
    }

    private Map<ReportId, List<Handling>> handlings(Viewer viewer, List<Report> reports) {
        var handlings = new HashMap<ReportId, List<Handling>>();
        jdbc.sql("""
                select h.report_id, h.action, h.reason, h.at, %s
                  from report_handling h
                  left join visible_people(:viewer) handler on handler.id = h.person_id
                 where h.report_id = any (:reports)
                 order by h.id
                """.formatted(PersonCard.columns("handler")))
                .param("reports", ids(reports))
                .param("viewer", viewer.id().value())
                .query(row -> {
                    handlings
                            .computeIfAbsent(new ReportId(row.getLong("report_id")), any -> new ArrayList<>())
                            .add(Handling.of(row));
                });
        return handlings;
    }

    private static Long[] ids(List<Report> reports) {
        return reports.stream().map(report -> report.id().value()).toArray(Long[]::new);
    }

    static Reference reference(ReportId id) {
        return Reference.to(KIND, id.value());
    }
}
