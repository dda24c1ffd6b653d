package org.parvis.demo;

import org.parvis.conversation.Posts;
import org.parvis.platform.files.Attachments;
import org.parvis.platform.files.Captions;
import org.parvis.platform.files.Enclosure;
import org.parvis.platform.files.Said;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a lathe sounds like when it is cold, for colleagues to listen to and to read. */
@Component
class Recording {

    private static final String POST = "maintenance-predictive/9";
    private static final String NAME = "tour-6-demarrage-a-froid.wav";
    private static final String TRANSCRIPT = """
            [La broche démarre : un ronronnement grave et régulier.]
            [Un sifflement bref à chaque tour, quatre fois par seconde.]
            [Le sifflement faiblit, puis disparaît. Le ronronnement reste.]""";
    private static final String FRENCH = """
            WEBVTT

            00:00.000 --> 00:01.000
            [Ronronnement grave]

            00:01.000 --> 00:04.000
            [Sifflement à chaque tour]

            00:04.000 --> 00:06.000
            [Le sifflement disparaît]
            """;
    private static final String ENGLISH = """
            WEBVTT

            00:00.000 --> 00:01.000
            [Low hum]

            00:01.000 --> 00:04.000
            [A whistle at every turn]

            00:04.000 --> 00:06.000
            [The whistle fades away]
            """;

    private final Attachments attachments;
    private final Captions captions;
    private final JdbcClient jdbc;

    Recording(Attachments attachments, Captions captions, JdbcClient jdbc) {
        this.attachments = attachments;
        this.captions = captions;
        this.jdbc = jdbc;
    }

    /** To the post that speaks of it. */
    @Transactional
    public void add(String source) {
        jdbc.sql("select id, author_id from post where source = :source and external_id = :post")
                .param("source", source)
                .param("post", POST)
                .query((row, number) -> new Asked(row.getLong("id"), row.getLong("author_id")))
                .list()
                .forEach(this::add);
    }

    private void add(Asked post) {
        var sound = Noise.wav();
        var file = attachments
                .keep(post.author, NAME, new ByteArrayResource(sound), sound.length)
                .id();
        attachments.publish(post.author, List.of(new Enclosure(file, "", TRANSCRIPT)), Posts.KIND, post.id);
        caption(post, file, "fr", FRENCH);
        caption(post, file, "en", ENGLISH);
    }

    private void caption(Asked post, long file, String language, String cues) {
        var written = new ByteArrayResource(cues.getBytes(StandardCharsets.UTF_8));
        captions.keep(Posts.KIND, post.id, new Said(file, null, language, written, List.of()));
    }

    private record Asked(long id, long author) {}
}
