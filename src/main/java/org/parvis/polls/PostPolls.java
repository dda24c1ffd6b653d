package org.parvis.polls;

import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Post;
import org.parvis.conversation.PostParts;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Fragments;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The polls of a page's posts. */
@Component
class PostPolls implements PostParts<PostPolls.Row> {

    record Row(
            long postId,
            boolean multiple,
            boolean secret,
            boolean atEnd,
            boolean extensible,
            Instant endsAt,
            long voters,
            boolean voted,
            @Nullable List<Choice> choices)
            implements PostParts.Row {

        record Choice(long id, String text, long votes, boolean mine) {}
    }

    private final Fragments fragments;
    private final Clock clock;

    PostPolls(Fragments fragments, Clock clock) {
        this.fragments = fragments;
        this.clock = clock;
    }

    @Override
    public String field() {
        return PollKind.CODE;
    }

    @Override
    public Class<?> json() {
        return PollJson.class;
    }

    @Override
    public String query() {
        return """
                select l.post_id, l.multiple, l.secret, l.at_end, l.extensible, l.ends_at, l.voters,
                       exists (select from poll_voter v where v.post_id = l.post_id and v.person_id = :viewer) as voted,
                       (select json_agg(json_build_object(
                                   'id', o.id, 'text', o.text, 'votes', o.votes,
                                   'mine', exists (select from poll_vote v
                                                    where v.option_id = o.id and v.person_id = :viewer))
                                        order by o.position)
                          from poll_option o
                         where o.post_id = l.post_id) as choices
                  from poll l
                 where l.post_id = any (:posts)
                """;
    }

    @Override
    public Class<Row> row() {
        return Row.class;
    }

    @Override
    public @Nullable PollPart part(Viewer viewer, Post post, Row row) {
        var choices = row.choices();
        return choices == null ? null : new PollPart(poll(post, row, choices, post.mayComment(viewer)), fragments);
    }

    private Poll poll(Post post, Row poll, List<Row.Choice> choices, boolean mayComment) {
        var over = !poll.endsAt().isAfter(clock.instant());
        var counted =
                poll.secret() ? over && poll.voters() >= Poll.FEWEST : over || !poll.atEnd() && seen(poll, mayComment);
        return new Poll(
                post.id(),
                poll.multiple(),
                poll.secret(),
                poll.atEnd(),
                poll.extensible(),
                poll.endsAt(),
                over,
                mayComment && !over,
                poll.voted(),
                poll.voters(),
                choices.stream()
                        .map(one -> new Poll.Choice(one.id(), one.text(), counted ? one.votes() : null, one.mine()))
                        .toList());
    }

    // Nobody follows the crowd: results show to whoever has voted, and to those who only watch.
    private static boolean seen(Row poll, boolean mayComment) {
        return poll.voted() || !mayComment;
    }
}
