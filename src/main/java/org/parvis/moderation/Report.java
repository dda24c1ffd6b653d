package org.parvis.moderation;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.instantOrNull;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.journal.Reference;
import org.parvis.people.PersonCard;
import org.parvis.platform.text.Excerpt;
import org.parvis.platform.web.Page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * What was reported, by all who did, and what became of it, as one viewer has it: whoever handles it sees all of it, who
 * reported it their own voice alone.
 *
 * @param reported whom it is about, null for a community and for whom the viewer may not know of
 * @param community where it stands, if the viewer may find it
 * @param mine whether the viewer handles it
 * @param asOwner whether the viewer does so as an owner of the community
 * @param readable whether the viewer may read the thing itself
 */
public record Report(
        ReportId id,
        Reference thing,
        @Nullable PersonCard reported,
        @Nullable CommunityId community,
        @Nullable String communityName,
        Instant openedAt,
        @Nullable Instant handledAt,
        boolean moderated,
        boolean mine,
        boolean asOwner,
        boolean readable,
        long count,
        List<Voice> voices,
        List<Handling> handlings) {

    private static final int EXCERPT = 160;

    static final String COLUMNS = """
            r.id, r.subject_kind, r.subject_id, r.opened_at, r.handled_at, r.moderated_at is not null as moderated, r.mine,
            r.community_id in (select community_id from membership where person_id = :viewer and role = 'owner') is true
                as as_owner,
            (select count(*) from report_voice v where v.report_id = r.id) as voices,
            place.id as place_id, place.name as place_name,
            reads_reported(:viewer, r.subject_kind, r.subject_id) as readable,
            """ + PersonCard.columns("reported");

    static final String JOINS = """
              left join visible_people(:viewer) reported on reported.id = r.reported_id
              left join findable_communities(:viewer) place on place.id = r.community_id
            """;

    static Report of(ResultSet row, int number) throws SQLException {
        var place = row.getObject("place_id", Long.class);
        return new Report(
                new ReportId(row.getLong("id")),
                Reference.to(row.getString("subject_kind"), row.getLong("subject_id")),
                row.getObject("reported_id") == null ? null : PersonCard.of(row, "reported"),
                place == null ? null : new CommunityId(place),
                row.getString("place_name"),
                instant(row, "opened_at"),
                instantOrNull(row, "handled_at"),
                row.getBoolean("moderated"),
                row.getBoolean("mine"),
                row.getBoolean("as_owner"),
                row.getBoolean("readable"),
                row.getLong("voices"),
                List.of(),
                List.of());
    }

    Report with(List<Voice> voices, List<Handling> handlings) {
        return new Report(
                id,
                thing,
                reported,
                community,
                communityName,
                openedAt,
                handledAt,
                moderated,
                mine,
                asOwner,
                readable,
                count,
                List.copyOf(voices),
                List.copyOf(handlings));
    }

    public String href() {
        return "/reports/" + id;
    }

    /** What it is about, in the reader's words. */
    public String title(Page page) {
        if (thing.is("community") && communityName != null) {
            return page.text("moderation.about.named-community", communityName);
        } else {
            var name = reported == null ? page.text("moderation.somebody") : reported.name();
            return page.text("moderation.about." + thing.kind(), name);
        }
    }

    /** Where the thing itself is read. */
    public String thingHref() {
        return switch (thing.kind()) {
            case "person" -> "/people/" + thing.id();
            case "community" -> "/communities/" + thing.id();
            default -> "/" + thing.kind() + "s/" + thing.id();
        };
    }

    public boolean handled() {
        return handledAt != null;
    }

    /** The words as they were reported, each wording once. */
    public List<String> words() {
        return voices.stream().map(Voice::words).distinct().toList();
    }

    public String excerpt() {
        return voices.isEmpty() ? "" : Excerpt.of(voices.getFirst().words(), EXCERPT);
    }

    /** Why it was reported, each reason once. */
    public List<ReportReason> reasons() {
        return voices.stream().map(Voice::reason).distinct().toList();
    }

    /** What the viewer may decide: anything at first, and what was hidden may be shown again or removed. */
    public List<Decision> decisions() {
        if (!mine) {
            return List.of();
        } else if (handlings.isEmpty()) {
            return written()
                    ? List.of(Decision.KEEP, Decision.HIDE, Decision.REMOVE, Decision.WARN)
                    : List.of(Decision.KEEP, Decision.WARN);
        } else if (handlings.getLast().decision() == Decision.HIDE) {
            return List.of(Decision.KEEP, Decision.REMOVE);
        } else {
            return List.of();
        }
    }

    /** Whether it is words of somebody, which can be hidden and removed. */
    boolean written() {
        return thing.is("post") || thing.is("comment");
    }
}
