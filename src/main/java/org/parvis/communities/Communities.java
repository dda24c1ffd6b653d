package org.parvis.communities;

import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
import org.parvis.journal.Reference;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Pictures;
import org.parvis.platform.text.PlainText;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Forbidden;
import org.parvis.platform.web.NotFound;
import org.parvis.platform.web.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** Where communities are founded, found and looked after. */
@Service
@Transactional
public class Communities {

    /** How the journal names a community. */
    public static final String KIND = "community";

    private static final int SIMILAR = 5;

    private final JdbcClient jdbc;
    private final Pictures pictures;
    private final Journal journal;
    private final Clock clock;

    Communities(JdbcClient jdbc, Pictures pictures, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.pictures = pictures;
        this.journal = journal;
        this.clock = clock;
    }

    /** Founds a community, its founder being its first owner. Guests found none. */
    public CommunityId create(Viewer founder, CommunityForm form) {
        if (!founder.employee()) {
            throw new Forbidden("guests found no communities");
        }
        var asked = form.checked();
        var id = jdbc.sql("""
                insert into community (name, description, purpose, access, listed, posting, tone, created_by, created_at, active_at)
                values (:name, :description, :purpose, :access, :listed, :posting, :tone, :founder, :now, :now)
                returning id
                """)
                .params(asked.parameters())
                .param("founder", founder.id().value())
                .param("now", utc(clock.instant()))
                .query(Long.class)
                .single();
        jdbc.sql("""
                insert into membership (community_id, person_id, role, since, added_by)
                values (:id, :founder, 'owner', :now, :founder)
                """)
                .param("id", id)
                .param("founder", founder.id().value())
                .param("now", utc(clock.instant()))
                .update();
        journal.append(Activity.by(founder.id().value()).create(reference(id)).in(reference(id)));
        return new CommunityId(id);
    }

    /** @throws NotFound when it is not there or the viewer may not know of it */
    @Transactional(readOnly = true)
    public Community find(Viewer viewer, CommunityId id) {
        return jdbc.sql("select " + Community.COLUMNS + " from findable_communities(:viewer) c where c.id = :id")
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .query(Community::of)
                .optional()
                .orElseThrow(() -> new NotFound("community " + id));
    }

    /** As {@link #find}, and its members and content must be open to the viewer too. */
    @Transactional(readOnly = true)
    public Community read(Viewer viewer, CommunityId id) {
        var community = find(viewer, id);
        if (!community.readable()) {
            throw new NotFound("content of community " + id);
        }
        return community;
    }

    /** As {@link #find}, for something that only owners do. */
    @Transactional(readOnly = true)
    public Community owned(Viewer viewer, CommunityId id) {
        var community = find(viewer, id);
        if (!community.owned()) {
            throw new Forbidden("only owners do this");
        }
        return community;
    }

    /**
     * Those the viewer may find, most recently active first; every part of the filter is optional. When people talk where
     * the viewer may not read is not told by the order either.
     */
    @Transactional(readOnly = true)
    public Slice<Community> list(Viewer viewer, CommunityFilter filter, Cursor after, int limit) {
        var rows = jdbc.sql("""
                with found as materialized (
                    select c.id
                      from findable_communities(:viewer) c
                      left join readable_communities(:viewer) open on open.id = c.id
                      left join membership mine on mine.community_id = c.id and mine.person_id = :viewer
                      left join invitation asked on asked.community_id = c.id and asked.person_id = :viewer
                      left join membership_request asking on asking.community_id = c.id and asking.person_id = :viewer
                     cross join lateral (
                           select case when open.id is null then c.created_at else c.active_at end as at,
                                  case when mine.role is not null then mine.role
                                       when asked.person_id is not null then 'invited'
                                       when asking.person_id is not null then 'requested' end as standing
                           offset 0) shown
                     where %s
                       and (:purpose::text is null or c.purpose = :purpose)
                       and (:archived or c.archived_at is null or :standing = 'archived')
                       %s
                       and (shown.at, c.id) < (:at, :id)
                       and (:standing::text is null
                            or shown.standing = :standing
                            or (:standing = 'joined' and shown.standing in ('member', 'owner'))
                            or (:standing = 'elsewhere' and coalesce(shown.standing, '') not in ('member', 'owner', 'invited'))
                            or (:standing = 'archived' and c.archived_at is not null)
                            or (:standing = 'none' and shown.standing is null))
                     order by shown.at desc, c.id desc
                     limit :limit
                )
                select %s
                  from found
                  join findable_communities(:viewer) c on c.id = found.id
                 order by active_at desc, id desc
                """.formatted(named(filter), among(filter.standing()), Community.COLUMNS))
                .param("viewer", viewer.id().value())
                .param("at", utc(after.time()))
                .param("id", after.id())
                .param("q", PlainText.literally(filter.q()))
                .param("purpose", filter.purpose())
                .param("archived", filter.archived())
                .param("standing", filter.standing())
                .param("limit", limit + 1)
                .query(Community::of)
                .list();
        return Slice.of(
                rows,
                limit,
                community -> Cursor.at(community.activeAt(), community.id().value()));
    }

    private static String named(CommunityFilter filter) {
        // Folded once, and not for each community.
        return filter.q().isEmpty() ? "true" : "c.folded_name like (select '%' || fold(:q) || '%')";
    }

    // A few, where every community would have to be looked at.
    private static String among(@Nullable String standing) {
        return switch (standing) {
            case "member", "owner", "joined" ->
                "and c.id in (select community_id from membership where person_id = :viewer)";
            case "invited" -> "and c.id in (select community_id from invitation where person_id = :viewer)";
            case "requested" -> "and c.id in (select community_id from membership_request where person_id = :viewer)";
            case null, default -> "";
        };
    }

    /** A few that the viewer may find with a name in which stands what is typed: those that begin so, then the largest. */
    @Transactional(readOnly = true)
    public List<Community> suggest(Viewer viewer, String q, int limit) {
        var typed = PlainText.sought(q, CommunityForm.NAME);
        if (typed.isEmpty()) return List.of();
        return jdbc.sql("""
                with found as materialized (
                    select c.id, row_number() over (order by starts_with(c.folded_name, (select fold(:typed))) desc, c.members desc, c.id) as nth
                      from findable_communities(:viewer) c
                     where c.archived_at is null and c.folded_name like (select '%%' || fold(:sought) || '%%')
                     order by nth
                     limit :limit
                )
                select %s
                  from found
                  join findable_communities(:viewer) c on c.id = found.id
                 order by found.nth
                """.formatted(Community.COLUMNS))
                .param("viewer", viewer.id().value())
                .param("typed", typed)
                .param("sought", PlainText.literally(typed))
                .param("limit", limit)
                .query(Community::of)
                .list();
    }

    /** Communities that the viewer may find and whose names are close to one being typed, the closest first. */
    @Transactional(readOnly = true)
    public List<Community> similar(Viewer viewer, @Nullable String name) {
        var sought = PlainText.sought(name, CommunityForm.NAME);
        if (sought.length() < 3) {
            return List.of();
        }
        return jdbc.sql("""
                select %s
                  from findable_communities(:viewer) c
                 where c.archived_at is null
                   and (fold(c.name) %% fold(:name) or word_similarity(fold(:name), fold(c.name)) > 0.5)
                 order by greatest(similarity(fold(c.name), fold(:name)), word_similarity(fold(:name), fold(c.name))) desc, c.id
                 limit :limit
                """.formatted(Community.COLUMNS).replace("%%", "%"))
                .param("viewer", viewer.id().value())
                .param("name", sought)
                .param("limit", SIMILAR)
                .query(Community::of)
                .list();
    }

    /** As {@link #owned}, for a change: an archived community is only read until it is opened again. */
    @Transactional(readOnly = true)
    public Community changed(Viewer viewer, CommunityId id) {
        var community = owned(viewer, id);
        if (community.archived()) {
            throw new Forbidden("an archived community is only read");
        }
        return community;
    }

    /** Changes what its owners may change. */
    public void update(Viewer viewer, CommunityId id, CommunityForm form) {
        changed(viewer, id);
        var asked = form.checked();
        jdbc.sql("""
                update community
                   set name = :name, description = :description, purpose = :purpose, access = :access,
                       listed = :listed, posting = :posting, tone = coalesce(:tone, tone), epoch = epoch + 1
                 where id = :id
                """).params(asked.parameters()).param("id", id.value()).update();
        journal.append(
                Activity.by(viewer.id().value()).update(reference(id.value())).in(reference(id.value())));
    }

    /** Makes it read-only, or brings it back. */
    public void archive(Viewer viewer, CommunityId id, boolean archived) {
        owned(viewer, id);
        var rows = jdbc.sql("""
                update community
                   set archived_at = case when :archived then :now end,
                       archived_by = case when :archived then :viewer end,
                       epoch = epoch + 1
                 where id = :id and (archived_at is null) = :archived
                """)
                .param("archived", archived)
                .param("now", utc(clock.instant()))
                .param("viewer", viewer.id().value())
                .param("id", id.value())
                .update();
        if (rows > 0) {
            journal.append(Activity.by(viewer.id().value())
                    .update(reference(id.value()))
                    .in(reference(id.value())));
        }
    }

    /** Gives it a picture, a file already stored for this community, or takes it away; the one before is forgotten. */
    public void picture(Viewer viewer, CommunityId id, @Nullable Long file) {
        changed(viewer, id);
        var before = jdbc.sql("select picture from community where id = :id and picture is not null for no key update")
                .param("id", id.value())
                .query(Long.class)
                .optional();
        jdbc.sql("update community set picture = :file where id = :id")
                .param("file", file)
                .param("id", id.value())
                .update();
        before.filter(old -> !old.equals(file)).ifPresent(pictures::forget);
        journal.append(
                Activity.by(viewer.id().value()).update(reference(id.value())).in(reference(id.value())));
    }

    /** How a list of communities is narrowed; {@code standing} is one of {@link Standing}'s codes, “joined” (member or owner), “elsewhere” (neither joined nor invited), “none” or “archived”. */
    public record CommunityFilter(
            String q, @Nullable String purpose, @Nullable String standing, boolean archived) {

        private static final int CODE = 20;

        public static final CommunityFilter ALL = new CommunityFilter("", null, null, true);

        public static CommunityFilter of(@Nullable String q, @Nullable String purpose, @Nullable String standing) {
            return new CommunityFilter(
                    PlainText.sought(q, CommunityForm.NAME), blankToNull(purpose), blankToNull(standing), false);
        }

        CommunityFilter withArchived() {
            return new CommunityFilter(q, purpose, standing, true);
        }

        CommunityFilter standing(String other) {
            return new CommunityFilter(q, purpose, other, archived);
        }

        /** Whether anything narrows the list. */
        public boolean narrows() {
            return !q.isEmpty() || purpose != null || standing != null;
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            var code = PlainText.sought(text, CODE).toLowerCase(Locale.ROOT);
            return code.isEmpty() ? null : code;
        }
    }

    static Reference reference(long id) {
        return new Reference(KIND, id);
    }
}
