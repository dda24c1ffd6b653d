package org.parvis.questions;

import org.parvis.journal.Entry;
import org.parvis.journal.JournalListener;
import org.parvis.journal.Verb;
import org.parvis.people.Viewer;
import org.parvis.platform.web.Awaited;
import org.parvis.platform.web.FrameData;
import org.parvis.platform.web.FrameReader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/** What waits for the viewer's answer. */
@Component
public class WaitingAnswers implements FrameData<Waiting>, JournalListener {

    private static final int SHOWN = 3;

    private final Awaited<Waiting> awaited = new Awaited<>(Duration.ofMinutes(30), one -> one.count() == 0);
    private final FrameReader reader;

    WaitingAnswers(FrameReader reader) {
        this.reader = reader;
    }

    public Waiting of(Viewer viewer) {
        return reader.of(this, viewer.id().value());
    }

    @Override
    public String query() {
        return """
                select json_build_object(
                           'count', count(*),
                           'first', json_agg(json_build_object('post', post_id, 'title', title, 'due', due_at)
                                             order by due_at, post_id) filter (where place <= %d))
                  from (select q.post_id, p.title, q.due_at, row_number() over (order by q.due_at, q.post_id) as place
                          from question_call c
                          join question q on q.post_id = c.post_id and q.answered_at is null
                          join readable_posts(:viewer) p on p.id = c.post_id
                         where c.person_id = :viewer and c.declined_at is null
                         order by q.due_at, q.post_id
                         limit 100) mine
                """.formatted(SHOWN);
    }

    @Override
    public Waiting read(JsonNode value) {
        return new Waiting(
                value.path("first").valueStream().map(ToAnswer::of).toList(),
                value.path("count").asInt());
    }

    @Override
    public Awaited<Waiting> awaited() {
        return awaited;
    }

    @Override
    public void heard(List<Entry> entries) {
        for (var entry : entries) {
            var person = entry.target();
            if (entry.did(Verb.INVITE, Questions.KIND) && person != null) {
                awaited.came(person.id());
            }
        }
    }
}
