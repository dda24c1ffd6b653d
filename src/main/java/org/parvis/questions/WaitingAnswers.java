package org.parvis.questions;

import org.parvis.journal.Entry;
import org.parvis.journal.JournalListener;
import org.parvis.journal.Verb;
import org.parvis.people.PersonId;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Awaited;
import org.springframework.stereotype.Component;

import java.util.List;

/** What waits for the viewer's answer. */
@Component
public class WaitingAnswers implements JournalListener {

    private final Awaited<Waiting> waiting =
            new Awaited<>(Waiting.class, new Waiting(List.of(), 0, 0), one -> one.count() == 0);
    private final Calls calls;

    WaitingAnswers(Calls calls) {
        this.calls = calls;
    }

    public Waiting of(Viewer viewer) {
        return waiting.of(viewer.id().value(), () -> calls.waiting(viewer, viewer.id()));
    }

    /** On a page about somebody, whose accepted answers are counted with it. */
    Waiting about(Viewer viewer, PersonId person) {
        return waiting.read(viewer.id().value(), () -> calls.waiting(viewer, person));
    }

    @Override
    public void heard(List<Entry> entries) {
        for (var entry : entries) {
            var person = entry.target();
            if (entry.did(Verb.INVITE, Questions.KIND) && person != null) {
                waiting.came(person.id());
            }
        }
    }
}
