package org.parvis.notifications;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.parvis.conversation.Comments;
import org.parvis.conversation.Posts;
import org.parvis.journal.Activity;
import org.parvis.journal.ChangeListener;
import org.parvis.journal.Reference;
import org.parvis.journal.Verb;
import org.parvis.people.People;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Awaited;
import org.parvis.platform.web.Frame;
import org.parvis.platform.web.FrameData;
import org.parvis.platform.web.FrameReader;
import org.parvis.platform.web.FrameSlot;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The bell's count, on every page. */
@Component
class UnreadBell implements FrameSlot, FrameData<Integer>, ChangeListener {

    private static final Set<Verb> HIDING = Set.of(Verb.DELETE, Verb.REMOVE, Verb.BLOCK, Verb.MOVE);

    // What is told of may go without a word to those who were told.
    private final Awaited<Integer> awaited = new Awaited<>(Duration.ofMinutes(5), count -> true);

    private final FrameReader reader;

    UnreadBell(FrameReader reader) {
        this.reader = reader;
    }

    @Override
    public String query() {
        return Notifications.UNREAD;
    }

    @Override
    public Integer read(JsonNode value) {
        return value.asInt();
    }

    @Override
    public Awaited<Integer> awaited() {
        return awaited;
    }

    @Override
    public void changed(List<Activity> changes) {
        for (var change : changes) {
            wake(change.object());
            wake(change.target());
            if (change.actor() != null && !isSaid(change.object())) awaited.came(change.actor());
            if (isSaid(change.object()) && HIDING.contains(change.verb())) awaited.came();
        }
    }

    private void wake(@Nullable Reference named) {
        if (named != null && named.is(People.KIND)) awaited.came(named.id());
    }

    private static boolean isSaid(Reference thing) {
        return thing.is(Posts.KIND) || thing.is(Comments.KIND);
    }

    @Override
    public void furnish(Frame frame, HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Viewer viewer) {
            frame.unread(reader.of(this, viewer.id().value()));
        }
    }
}
