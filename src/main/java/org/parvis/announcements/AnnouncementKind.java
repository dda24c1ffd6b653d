package org.parvis.announcements;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.parvis.communities.Community;
import org.parvis.communities.CommunityId;
import org.parvis.conversation.Composing;
import org.parvis.conversation.PostId;
import org.parvis.conversation.PostKind;
import org.parvis.people.Viewer;
import org.parvis.platform.time.Times;
import org.parvis.platform.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The announcement as a kind of post: for editors of the network, and for owners in their communities. */
@Component
class AnnouncementKind implements PostKind<AnnouncementDraft> {

    private final Announcements announcements;
    private final AnnouncementForm form;
    private final Wordings wordings;
    private final Clock clock;

    AnnouncementKind(Announcements announcements, AnnouncementForm form, Wordings wordings, Clock clock) {
        this.announcements = announcements;
        this.form = form;
        this.wordings = wordings;
        this.clock = clock;
    }

    @Override
    public String code() {
        return Announcements.KIND;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String icon() {
        return "megaphone";
    }

    @Override
    public String messages() {
        return "announcements.kind";
    }

    @Override
    public boolean titled() {
        return true;
    }

    @Override
    public boolean offered(Viewer viewer, boolean owner) {
        return owner || AnnouncingRight.isEditor();
    }

    @Override
    public boolean offered(Viewer viewer, @Nullable Community place) {
        return AnnouncingRight.isEditor() || place != null && place.owned();
    }

    @Override
    public Set<String> asks() {
        var asked = new LinkedHashSet<>(AnnouncementForm.AUDIENCE);
        AnnouncementForm.AUDIENCE.forEach(list -> asked.add(TargetList.field(list)));
        asked.addAll(List.of("acknowledge", "commentsClosed", "days"));
        wordings.languages().forEach(language -> asked.addAll(List.of("title-" + language, "text-" + language)));
        return asked;
    }

    @Override
    public Content fields(Page page, Viewer viewer, Composing composing) {
        return form.fields(page, viewer, composing, wordings.languages());
    }

    @Override
    public Class<AnnouncementDraft> details() {
        return AnnouncementDraft.class;
    }

    @Override
    public AnnouncementDraft typed(MultiValueMap<String, String> form) {
        return new AnnouncementDraft(
                AnnouncementForm.audience(form),
                form.containsKey("acknowledge"),
                form.containsKey("commentsClosed"),
                expiry(form.getFirst("days")),
                wordings.typed(form),
                AnnouncementForm.named(form));
    }

    @Override
    public void fill(MultiValueMap<String, String> form, Viewer author, AnnouncementDraft draft) {
        if (draft.audience() != null) AnnouncementForm.fill(form, draft.audience());
        if (draft.asksToAcknowledge()) form.set("acknowledge", "true");
        if (draft.isClosed()) form.set("commentsClosed", "true");
        if (draft.expiresAt() != null) form.set("days", draft.expiresAt().toString());
        Wordings.fill(form, draft);
    }

    @Override
    public void keep(Viewer author, PostId post, @Nullable CommunityId community, AnnouncementDraft draft) {
        announcements.keep(author, post, community, form.resolved(author, draft));
    }

    private @Nullable Instant expiry(@Nullable String days) {
        return days == null || !days.matches("[0-9]{1,3}")
                ? Times.named(days)
                : clock.instant().plus(Duration.ofDays(Long.parseLong(days)));
    }
}
