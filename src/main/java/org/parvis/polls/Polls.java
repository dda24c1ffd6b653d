package org.parvis.polls;

import static org.parvis.platform.time.Times.instant;
import static org.parvis.platform.time.Times.utc;

import org.jspecify.annotations.Nullable;
import org.parvis.communities.Communities;
import org.parvis.conversation.PostId;
import org.parvis.conversation.Posts;
import org.parvis.journal.Activity;
import org.parvis.journal.Journal;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where people choose. Of a secret poll only two things are kept, apart from each other: who has voted, without a time, and
 * how often each choice was taken. There is no ballot that somebody could find.
 */
@Service
@Transactional
public class Polls {

    /** How the journal names a poll. */
    public static final String KIND = PollKind.CODE;

    /** Who chose it, and when. */
    public record Voter(PersonCard person, Instant at) {}

    private final JdbcClient jdbc;
    private final Posts posts;
    private final Journal journal;
    private final Clock clock;

    Polls(JdbcClient jdbc, Posts posts, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.journal = journal;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer may not read the post, or it is no poll */
    @Transactional(readOnly = true)
    public Poll find(Viewer viewer, PostId id) {
        return posts.show(viewer, id)
                .part(PollPart.class)
                .map(PollPart::poll)
                .orElseThrow(() -> new NotFound("poll " + id));
    }

    /**
     * Chooses these, in place of what the viewer chose before; none takes an open vote back.
     *
     * @throws Conflict when the poll is over, or the viewer's secret vote is given already
     * @throws Invalid when there are too many, or one is not a choice of this poll
     */
    public void vote(Viewer viewer, PostId id, Set<Long> chosen) {
        lock(id);
        var poll = open(viewer, id);
        var known = poll.choices().stream().map(Poll.Choice::id).collect(Collectors.toSet());
        if (!known.containsAll(chosen)) {
            throw new Invalid("options", "polls.unknown");
        } else if (chosen.size() > 1 && !poll.multiple()) {
            throw new Invalid("options", "polls.only-one");
        } else if (chosen.isEmpty() && (poll.secret() || !poll.voted())) {
            throw new Invalid("options", "polls.none");
        } else if (poll.secret() && poll.voted()) {
            throw new Conflict("polls.final");
        }
        var before = poll.choices().stream()
                .filter(Poll.Choice::mine)
                .map(Poll.Choice::id)
                .collect(Collectors.toSet());
        if (poll.voted() && before.equals(chosen)) {
            return;
        }
        count(less(before, chosen), -1);
        count(less(chosen, before), 1);
        if (!poll.secret()) {
            write(viewer, less(before, chosen), less(chosen, before));
        }
        turnOut(viewer, id, poll.voted(), !chosen.isEmpty());
        tell(viewer, id);
    }

    /**
     * Adds a choice, where the author lets voters do so; one that is there already is not added twice.
     *
     * @return the choice's id
     */
    public long add(Viewer viewer, PostId id, @Nullable String typed) {
        lock(id);
        var poll = open(viewer, id);
        if (!poll.extensible()) {
            throw new Forbidden("the author gives the choices");
        }
        var text = PlainText.name("text", typed, PollDraft.CHOICE);
        for (var choice : poll.choices()) {
            if (PollDraft.key(choice.text()).equals(PollDraft.key(text))) {
                return choice.id();
            }
        }
        if (poll.choices().size() >= Poll.MOST) {
            throw new Invalid("text", "polls.too-many", Poll.MOST);
        }
        var added = insert(id, poll.choices().size(), text);
        tell(viewer, id);
        return added;
    }

    /**
     * Who took a choice of an open poll, the latest first; whoever does not see results yet does not see this.
     *
     * @throws NotFound when the poll is secret, or the choice is not its own
     */
    @Transactional(readOnly = true)
    public Slice<Voter> voters(Viewer viewer, PostId id, long choice, Cursor after, int limit) {
        var poll = find(viewer, id);
        if (poll.secret() || !poll.counted() || poll.choices().stream().noneMatch(one -> one.id() == choice)) {
            throw new NotFound("choice " + choice);
        }
        var rows = jdbc.sql("""
                select %s, v.at
                  from poll_vote v
                  join person who on who.id = v.person_id
                 where v.option_id = :choice and (v.at, v.person_id) < (:at, :person)
                 order by v.at desc, v.person_id desc
                 limit :limit
                """.formatted(PersonCard.columns("who")))
                .param("choice", choice)
                .param("at", utc(after.time()))
                .param("person", after.id())
                .param("limit", limit + 1)
                .query((row, number) -> new Voter(PersonCard.of(row, "who"), instant(row, "at")))
                .list();
        return Slice.of(
                rows, limit, voter -> Cursor.at(voter.at(), voter.person().id().value()));
    }

    /** @throws Invalid when one of them is no id */
    static Set<Long> chosen(List<String> ids) {
        if (!ids.stream().allMatch(id -> id.matches("[1-9][0-9]{0,17}"))) {
            throw new Invalid("options", "polls.unknown");
        }
        return ids.stream().map(Long::valueOf).collect(Collectors.toSet());
    }

    void keep(PostId id, PollDraft draft) {
        var choices = new ArrayList<String>();
        var now = clock.instant();
        Invalid.unless(() -> choices.addAll(draft.choices()), () -> draft.end(now));
        jdbc.sql("""
                insert into poll (post_id, multiple, secret, at_end, extensible, ends_at)
                values (:post, :multiple, :secret, :atEnd, :extensible, :endsAt)
                """)
                .param("post", id.value())
                .param("multiple", draft.isMultiple())
                .param("secret", draft.isSecret())
                .param("atEnd", draft.atEnd())
                .param("extensible", draft.isExtensible())
                .param("endsAt", utc(draft.end(now)))
                .update();
        for (var position = 0; position < choices.size(); position++) {
            insert(id, position, choices.get(position));
        }
    }

    private long insert(PostId id, int position, String text) {
        return jdbc.sql("""
                insert into poll_option (post_id, position, text) values (:post, :position, :text) returning id
                """)
                .param("post", id.value())
                .param("position", position)
                .param("text", text)
                .query(Long.class)
                .single();
    }

    // One after the other: the numbers are right, and nobody votes twice.
    private void lock(PostId id) {
        jdbc.sql("select 1 from poll where post_id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
    }

    private Poll open(Viewer viewer, PostId id) {
        var poll = find(viewer, id);
        if (poll.over()) {
            throw new Conflict("polls.over");
        } else if (!poll.mayVote()) {
            throw new Forbidden("votes where they may comment");
        }
        return poll;
    }

    private void count(Set<Long> choices, int by) {
        if (!choices.isEmpty()) {
            jdbc.sql("update poll_option set votes = votes + :by where id = any (:choices)")
                    .param("by", by)
                    .param("choices", choices.toArray(Long[]::new))
                    .update();
        }
    }

    private void write(Viewer viewer, Set<Long> gone, Set<Long> come) {
        jdbc.sql("delete from poll_vote where person_id = :viewer and option_id = any (:choices)")
                .param("viewer", viewer.id().value())
                .param("choices", gone.toArray(Long[]::new))
                .update();
        jdbc.sql("""
                insert into poll_vote (option_id, person_id, at)
                select choice, :viewer, :now from unnest(:choices) choice
                """)
                .param("viewer", viewer.id().value())
                .param("choices", come.toArray(Long[]::new))
                .param("now", utc(clock.instant()))
                .update();
    }

    private void turnOut(Viewer viewer, PostId id, boolean before, boolean after) {
        if (before == after) {
            return;
        }
        jdbc.sql(
                        after
                                ? "insert into poll_voter (post_id, person_id) values (:post, :viewer)"
                                : "delete from poll_voter where post_id = :post and person_id = :viewer")
                .param("post", id.value())
                .param("viewer", viewer.id().value())
                .update();
        jdbc.sql("update poll set voters = voters + :by where post_id = :post")
                .param("by", after ? 1 : -1)
                .param("post", id.value())
                .update();
    }

    // That the numbers moved, never who moved them: a vote leaves nobody's name in the journal.
    private void tell(Viewer viewer, PostId id) {
        var post = posts.find(viewer, id);
        var place = post.place();
        var audience = place == null
                ? new Reference("person", post.author().id().value())
                : new Reference(Communities.KIND, place.id().value());
        journal.append(Activity.byTheNetwork()
                .update(new Reference(KIND, id.value()))
                .to(new Reference(Posts.KIND, id.value()))
                .in(audience)
                .quietly());
    }

    private static Set<Long> less(Set<Long> from, Set<Long> what) {
        var rest = new HashSet<>(from);
        rest.removeAll(what);
        return rest;
    }
}
