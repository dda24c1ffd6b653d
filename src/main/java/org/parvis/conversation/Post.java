package org.parvis.conversation;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.instantOrNull;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.people.PersonCard;
import org.parvis.people.Viewer;
import org.parvis.platform.files.Attachment;
import org.parvis.platform.files.AttachmentRows;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.text.Prose;
import org.parvis.platform.web.Drawings;
import org.parvis.platform.web.Page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A post as one viewer reads it.
 *
 * @param text Markdown as written
 * @param prose the same as it is shown
 * @param hidden whether others than its author do not see it
 * @param coauthors who wrote it with its author
 * @param closed whether nobody comments on it any more
 * @param closeReason why, as somebody who closed it said
 * @param pinned whether it stands at the top of its community
 * @param seenBy for its author: by how many people at least it was opened, in tens; null for others
 * @param attention what it is to the viewer alone
 * @param parts what other modules know of it, by their fields of the API; nothing until it {@link WholePosts is whole}
 * @param drawings what templates drew of it, for all who have it from memory
 */
public record Post(
        PostId id,
        String kind,
        @Nullable Place place,
        PersonCard author,
        @Nullable String title,
        String text,
        Prose prose,
        @Nullable String language,
        Instant publishedAt,
        Instant activeAt,
        @Nullable Instant editedAt,
        @Nullable String source,
        boolean hidden,
        boolean closed,
        @Nullable String closeReason,
        boolean pinned,
        @Nullable Integer seenBy,
        long comments,
        ReactionCounts reactions,
        List<Writer> coauthors,
        Attention attention,
        List<Attachment> files,
        Map<String, Optional<PostPart>> parts,
        Drawings drawings) {

    private static final int EXCERPT = 140;
    private static final int LONG = 1_000;
    private static final int LINES = 12;

    /** Everything a card needs, in one statement, for {@code p} from {@code readable_posts(:viewer) p}. */
    public static final String COLUMNS = """
            p.id, p.kind, p.title, p.text, p.language, p.published_at, p.active_at, p.edited_at, p.source,
            p.hidden_at is not null as hidden, p.closed_at is not null as closed,
            p.close_reason, exists (select from pin where pin.post_id = p.id and pin.community_id = p.community_id) as pinned,
            (select count(*) from comment k where k.post_id = p.id and stands(k, :viewer)) as comments,
            """
            + PersonCard.columns("author") + ",\n"
            + Place.COLUMNS + ",\n"
            + ReactionCounts.columns("post_reaction", "post_id", "p") + ",\n"
            + Coauthors.column() + ",\n"
            + ReaderCounts.COLUMN + ",\n"
            + Attention.COLUMNS + ",\n"
            + MentionedNames.columns("m.post_id = p.id and m.comment_id is null") + ",\n"
            + Attachments.column(Posts.KIND, "p.id");

    /** What {@link #COLUMNS} reads from, beside {@code p} itself. */
    public static final String JOINS = """
              join person author on author.id = p.author_id
              left join community place on place.id = p.community_id
            """ + Attention.JOINS;

    public static Post of(ResultSet row, int number) throws SQLException {
        var text = row.getString("text");
        var id = new PostId(row.getLong("id"));
        var files = AttachmentRows.of(row);
        return new Post(
                id,
                row.getString("kind"),
                Place.of(row),
                PersonCard.of(row, "author"),
                row.getString("title"),
                text,
                new Prose(text, MentionedNames.of(row), "p" + id + "-", Attachment.figures(files)),
                row.getString("language"),
                instant(row, "published_at"),
                instant(row, "active_at"),
                instantOrNull(row, "edited_at"),
                row.getString("source"),
                row.getBoolean("hidden"),
                row.getBoolean("closed"),
                row.getString("close_reason"),
                row.getBoolean("pinned"),
                ReaderCounts.of(row),
                row.getLong("comments"),
                ReactionCounts.of(row),
                Coauthors.of(row),
                Attention.of(row),
                files,
                Map.of(),
                new Drawings());
    }

    /** As one reader has it: from what is the same for everybody, and what is theirs. */
    Post as(Reading reading) {
        return new Post(
                id,
                kind,
                place == null ? null : place.as(reading.role()),
                author,
                title,
                text,
                prose,
                language,
                reading.publishedAt(),
                reading.activeAt(),
                editedAt,
                source,
                hidden,
                closed,
                closeReason,
                pinned,
                reading.seenBy(),
                comments,
                reactions.with(reading.mine()),
                coauthors,
                reading.attention(),
                files,
                parts,
                drawings);
    }

    Post with(Map<String, Optional<PostPart>> parts) {
        return new Post(
                id,
                kind,
                place,
                author,
                title,
                text,
                prose,
                language,
                publishedAt,
                activeAt,
                editedAt,
                source,
                hidden,
                closed,
                closeReason,
                pinned,
                seenBy,
                comments,
                reactions,
                coauthors,
                attention,
                files,
                parts,
                drawings);
    }

    /** Safe to show. */
    public String html() {
        return prose.html();
    }

    /** The first address of the web that it links to, as written; null when there is none. */
    public @Nullable String link() {
        return prose.link();
    }

    /** Its files that are shown nowhere else. */
    public List<Attachment> unplaced() {
        var placed = new HashSet<>(prose.placed());
        shown().forEach(part -> placed.addAll(part.placed()));
        return files.stream().filter(file -> !placed.contains(file.id())).toList();
    }

    /** What other modules have to show with it. */
    public List<PostPart> shown() {
        return parts.values().stream().flatMap(Optional::stream).toList();
    }

    /** Its part of this class, where it has one. */
    public <P extends PostPart> Optional<P> part(Class<P> type) {
        return shown().stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** What stands in a list in place of title, text and files; null: these. */
    public @Nullable Content summary(Page page) {
        return shown().stream()
                .map(part -> part.summary(page))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Its title and text as they are shown to the viewer, perhaps in another language than they are first given in. */
    public PostPart.Wording wording() {
        return shown().stream()
                .map(PostPart::wording)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> new PostPart.Wording(title, text, html(), language));
    }

    /** What its comments are called: the beginning of the keys of their words. */
    public String words() {
        return shown().stream()
                .map(PostPart::words)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("conversation.comments");
    }

    /**
     * Its card in a list, drawn once for all who are shown the same.
     *
     * @param here whether all posts of the list stand in one place
     */
    public Content drawn(Page page, Viewer viewer, boolean unread, boolean full, boolean here, Content card) {
        var alike = !full && attention.isNone() && shown().stream().allMatch(PostPart::isBeside);
        var way = new Way(unread, here, reactions.mine(), mayReadHistory(viewer), words());
        return alike ? drawings.of(page, this, way, card) : card;
    }

    /** What a card shows that is not the same for everybody, beside what it leaves open. */
    private record Way(boolean unread, boolean here, Set<Reaction> mine, boolean history, String words) {}

    public String href() {
        return "/posts/" + id;
    }

    /** Its name in the page. */
    public String anchor() {
        return "post_" + id;
    }

    /** Where it stands: its community, or its author's profile. */
    public String placeHref() {
        return place == null ? author.href() : place.href();
    }

    /** What is played in place. */
    public List<Attachment> recordings() {
        return files.stream().filter(Attachment::playable).toList();
    }

    public boolean edited() {
        return editedAt != null;
    }

    /** What tells this wording from the next one. */
    public String wordingMark() {
        return editedAt == null ? "first" : editedAt.toString();
    }

    /** Whether a list shows its beginning only, until the reader asks for the rest. */
    public boolean isLong() {
        var shown = wording().text();
        return shown.length() > LONG || shown.lines().count() > LINES;
    }

    /** The first words, for titles and notifications. */
    public String excerpt() {
        return title == null ? prose.excerpt(EXCERPT) : title;
    }

    public boolean archived() {
        return place != null && place.archived();
    }

    /** Whether the viewer, who reads it, may comment: on walls every employee, in communities their members. */
    public boolean mayComment(Viewer viewer) {
        return !archived() && !closed && (place == null ? viewer.employee() : place.member());
    }

    /** Whether the viewer, who reads it, may react: whoever may read. */
    public boolean mayReact() {
        return !archived();
    }

    /** Whoever wrote it rewords it, as long as they might write it there today. */
    public boolean mayEdit(Viewer viewer) {
        return wrote(viewer) && source == null && (place == null ? viewer.employee() : place.mayPost());
    }

    public boolean mayDelete(Viewer viewer) {
        return !archived() && (viewer.is(author.id()) || looksAfter());
    }

    /** Owners pin what stands in their community; those who look after the network pin nothing. */
    public boolean mayPin() {
        return looksAfter() && !archived();
    }

    /** Owners move what stands in their community to another one of theirs. */
    public boolean mayMove() {
        return mayPin();
    }

    /** Whoever wrote it closes its thread, and the owners of its community. */
    public boolean mayClose(Viewer viewer) {
        return mayDelete(viewer);
    }

    /** Earlier wordings are for those who wrote it and the community's owners. */
    public boolean mayReadHistory(Viewer viewer) {
        return edited() && (wrote(viewer) || looksAfter());
    }

    private boolean wrote(Viewer viewer) {
        return viewer.is(author.id()) || coauthors.stream().anyMatch(one -> viewer.is(one.id()));
    }

    private boolean looksAfter() {
        return place != null && place.owner();
    }
}
