package org.parvis.links;

import org.parvis.conversation.Posts;
import org.parvis.journal.Entry;
import org.parvis.journal.JournalReader;
import org.parvis.journal.Verb;
import org.parvis.platform.text.Markdown;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.List;

/** Notes what posts link to, as they are written, reworded and taken away. Of the past that is brought in nobody is asked. */
@Component
class LinkReader implements JournalReader {

    private final Links links;
    private final OwnPages pages;
    private final JdbcClient jdbc;

    LinkReader(Links links, OwnPages pages, JdbcClient jdbc) {
        this.links = links;
        this.pages = pages;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public void read(List<Entry> entries) {
        var worded = new HashSet<Long>();
        for (var entry : entries) {
            if (entry.did(Verb.DELETE, Posts.KIND)) {
                worded.remove(entry.object().id());
                links.forget(entry.object().id());
            } else if (!entry.quiet() && (entry.did(Verb.CREATE, Posts.KIND) || entry.did(Verb.UPDATE, Posts.KIND))) {
                worded.add(entry.object().id());
            }
        }
        if (!worded.isEmpty()) note(worded.toArray(Long[]::new));
    }

    private void note(Long[] posts) {
        jdbc.sql("select id, text from post where id = any (:posts) and deleted_at is null order by id")
                .param("posts", posts)
                .query((RowCallbackHandler) row -> note(row.getLong("id"), row.getString("text")));
    }

    private void note(long post, String text) {
        Link.of(Markdown.firstLink(text))
                .filter(address -> pages.among(address).isEmpty())
                .ifPresentOrElse(address -> links.note(post, address), () -> links.forget(post));
    }
}
