package org.parvis.polls;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.Composing;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostKind;
import org.parvis.people.Viewer;
import org.parvis.platform.time.Times;
import org.parvis.platform.web.Fragments;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The poll as a kind of post: the text asks, the choices answer. */
@Component
class PollKind implements PostKind<PollDraft> {

    static final String CODE = "poll";

    private final Polls polls;
    private final Fragments fragments;
    private final Clock clock;

    PollKind(Polls polls, Fragments fragments, Clock clock) {
        this.polls = polls;
        this.fragments = fragments;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String icon() {
        return "list-checks";
    }

    @Override
    public String messages() {
        return "polls.kind";
    }

    @Override
    public boolean titled() {
        return false;
    }

    @Override
    public Set<String> asks() {
        return Set.of("options", "multiple", "secret", "atEnd", "extensible", "days");
    }

    @Override
    public Content fields(Page page, Viewer viewer, Composing composing) {
        return fragments.of("polls/fields", Map.of("page", page, "composing", composing));
    }

    @Override
    public Class<PollDraft> details() {
        return PollDraft.class;
    }

    @Override
    public PollDraft typed(MultiValueMap<String, String> form) {
        return new PollDraft(
                new ArrayList<@Nullable String>(form.getOrDefault("options", List.of())),
                form.containsKey("multiple"),
                form.containsKey("secret"),
                form.containsKey("atEnd"),
                form.containsKey("extensible"),
                end(form.getFirst("days")));
    }

    @Override
    public void fill(MultiValueMap<String, String> form, Viewer author, PollDraft draft) {
        var options = draft.options() == null ? List.<@Nullable String>of() : draft.options();
        form.put(
                "options",
                options.stream().map(option -> option == null ? "" : option).toList());
        if (draft.isMultiple()) form.set("multiple", "true");
        if (draft.isSecret()) form.set("secret", "true");
        if (Boolean.TRUE.equals(draft.resultsAtEnd())) form.set("atEnd", "true");
        if (draft.isExtensible()) form.set("extensible", "true");
        if (draft.endsAt() != null) form.set("days", draft.endsAt().toString());
    }

    @Override
    public void keep(Viewer author, PostId post, @Nullable CommunityId community, PollDraft draft) {
        polls.keep(post, draft);
    }

    private @Nullable Instant end(@Nullable String days) {
        return days == null || !days.matches("[0-9]{1,3}")
                ? Times.named(days)
                : clock.instant().plus(Duration.ofDays(Long.parseLong(days)));
    }
}
