package org.parvis.questions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.parvis.journal.Entry;
import org.parvis.journal.JournalListener;
import org.parvis.journal.Verb;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What waits for the viewer's answer, read once for a page however often it is shown there. For whom nothing waits it is
 * not read again for half an hour, unless they are called: most pages then take no statement for it.
 */
@Component
public class WaitingAnswers implements JournalListener {

    private static final String READ = WaitingAnswers.class.getName();
    private static final Waiting NOTHING = new Waiting(List.of(), 0, 0);
    private static final Duration A_WHILE = Duration.ofMinutes(30);

    private final Cache<Long, Boolean> idle =
            Caffeine.newBuilder().expireAfterWrite(A_WHILE).maximumSize(100_000).build();
    private final AtomicLong called = new AtomicLong();
    private final Calls calls;

    WaitingAnswers(Calls calls) {
        this.calls = calls;
    }

    public Waiting of(Viewer viewer) {
        return RequestContextHolder.currentRequestAttributes().getAttribute(READ, RequestAttributes.SCOPE_REQUEST)
                        instanceof Waiting read
                ? read
                : idle.getIfPresent(viewer.id().value()) == null ? read(viewer, viewer.id()) : NOTHING;
    }

    /** On a page about somebody, whose accepted answers are counted with it. */
    Waiting about(Viewer viewer, PersonId person) {
        return read(viewer, person);
    }

    private Waiting read(Viewer viewer, PersonId person) {
        var before = called.get();
        var read = calls.waiting(viewer, person);
        // Not what was read before somebody was called and is kept after it.
        if (read.count() == 0 && called.get() == before) idle.put(viewer.id().value(), true);
        RequestContextHolder.currentRequestAttributes().setAttribute(READ, read, RequestAttributes.SCOPE_REQUEST);
        return read;
    }

    @Override
    public void heard(List<Entry> entries) {
        for (var entry : entries) {
            var person = entry.target();
            if (entry.did(Verb.INVITE, Questions.KIND) && person != null) {
                called.incrementAndGet();
                idle.invalidate(person.id());
            }
        }
    }
}
