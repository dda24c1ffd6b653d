package org.parvis.questions;

import org.parvis.conversation.Posts;
import org.parvis.journal.Entry;
import org.parvis.journal.JournalReader;
import org.parvis.journal.Verb;
import org.springframework.stereotype.Component;

import java.util.List;

/** Calls those who know, as soon as somebody asks. Of the past that is brought in nobody is called. */
@Component
class QuestionReader implements JournalReader {

    private final Calls calls;

    QuestionReader(Calls calls) {
        this.calls = calls;
    }

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public void read(List<Entry> entries) {
        entries.stream()
                .filter(entry -> !entry.quiet() && entry.did(Verb.CREATE, Posts.KIND))
                .forEach(entry -> calls.bring(entry.object().id()));
    }
}
