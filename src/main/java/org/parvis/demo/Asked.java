package org.parvis.demo;

import org.parvis.conversation.CommentId;
import org.parvis.conversation.PostId;
import org.parvis.questions.PastQuestions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Map;

/** Which posts of the script ask something, and which answer helped. */
@Component
class Asked {

    private final PastQuestions questions;
    private final JdbcClient jdbc;

    Asked(PastQuestions questions, JdbcClient jdbc) {
        this.questions = questions;
        this.jdbc = jdbc;
    }

    @Transactional
    public void mark(String source) {
        Script.entries("questions.yaml").forEach(entry -> mark(source, entry));
    }

    private void mark(String source, Map<String, Object> entry) {
        var key = Script.text(entry, "post");
        var helped = entry.get("helped");
        questions.ask(
                new PostId(id("post", source, key)),
                Script.text(entry, "title"),
                helped == null ? null : comment(source, key + "/" + helped));
    }

    private CommentId comment(String source, String key) {
        return new CommentId(id("comment", source, key));
    }

    private long id(String table, String source, String key) {
        return jdbc.sql("select id from " + table + " where source = :source and external_id = :key")
                .param("source", source)
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
