package org.parvis.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parvis.people.Viewer;
import org.parvis.testing.Cast;
import org.parvis.testing.ParvisTest;
import org.parvis.testing.SharedData;
import org.parvis.testing.Tables;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@ParvisTest
class SlackImportTests {

    @Autowired
    SlackImport slack;

    @Autowired
    PeopleImport people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @TempDir
    Path folder;

    Viewer nadia;

    @BeforeEach
    void emptyNetwork() {
        Tables.empty(jdbc, "person", "community", "post", "comment", "journal", "import_run", "topic");
        nadia = cast.nadia();
    }

    @Test
    void bringsTheMeetUp() {
        var run = importing(SharedData.file("slack/houstondatavis.zip"));

        assertThat(run.state()).isEqualTo(ImportState.DONE);
        assertThat(run.counts())
                .containsEntry("messages", 1382L)
                .containsEntry("users", 71L)
                .containsEntry("channels", 16L)
                .containsEntry("archived-channels", 9L)
                .containsEntry("posts", 1031L)
                .containsEntry("new-posts", 1031L)
                .containsEntry("new-communities", 16L)
                .containsEntry("left-out", 351L);
        assertThat(run.remarks()).contains(Remark.aboutFile("imports.slack.left-out", "channel_join", "320"));
        assertThat(count("select count(*) from community where archived_at is not null"))
                .isEqualTo(9);
        assertThat(count("select count(*) from post where published_at > '2017-01-01'"))
                .isZero();
        assertThat(count("select count(*) from journal where not quiet")).isZero();
        assertThat(count("select count(*) from community c where not exists (select from membership m"
                        + " where m.community_id = c.id and m.role = 'owner')"))
                .isZero();
    }

    @Test
    void bringsTheCommunityAndASecondTimeNothing() {
        var export = SharedData.file("slack/julialang.zip");
        var run = importing(export);

        assertThat(run.counts())
                .containsEntry("messages", 53641L)
                .containsEntry("users", 1543L)
                .containsEntry("unknown-posters", 14L)
                .containsEntry("channels", 393L)
                .containsEntry("channels-with-messages", 229L)
                .containsEntry("new-posts", 15809L)
                .containsEntry("new-comments", 37471L);
        assertThat(run.count("posts") + run.count("comments") + run.count("left-out"))
                .isEqualTo(53641);
        assertThat(count("select count(*) from post")).isEqualTo(15809);
        assertThat(count("select count(*) from comment")).isEqualTo(37471);
        assertThat(count("select count(*) from post_reaction") + count("select count(*) from comment_reaction"))
                .isEqualTo(run.count("new-reactions"));
        assertThat(count("select count(*) from comment k join post p on p.id = k.post_id"
                        + " where k.published_at < p.published_at"))
                .isZero();
        assertThat(count("select count(*) from post p where active_at <> greatest(published_at,"
                        + " (select max(published_at) from comment k where k.post_id = p.id))"))
                .isZero();
        assertThat(count("select count(*) from community where active_at > '2022-01-01' and exists"
                        + " (select from post p where p.community_id = community.id)"))
                .isZero();
        assertThat(count("select count(*) from community where created_at > '2022-01-01' and exists"
                        + " (select from post p where p.community_id = community.id)"))
                .isZero();
        // A channel's own date is in whole seconds; where there is none, the first words tell.
        assertThat(count("select count(*) from community c where created_at <> date_trunc('second', created_at)"
                        + " and created_at <> (select min(at) from (select published_at as at from post"
                        + " where community_id = c.id union all select k.published_at from comment k"
                        + " join post p on p.id = k.post_id where p.community_id = c.id) said)"))
                .isZero();
        assertThat(count("select count(*) from mention")).isPositive();

        var journal = count("select count(*) from journal");
        var again = importing(export);

        assertThat(again.counts())
                .containsEntry("new-posts", 0L)
                .containsEntry("new-comments", 0L)
                .containsEntry("new-reactions", 0L)
                .containsEntry("new-people", 0L)
                .containsEntry("new-communities", 0L)
                .containsEntry("new-members", 0L)
                .containsEntry("reworded", 0L);
        assertThat(count("select count(*) from journal")).isEqualTo(journal);
    }

    @Test
    void joinsALaterExportToWhatIsThere() throws IOException {
        day("general", "2024-05-01", """
                {"type":"message","user":"U1","text":"Which pump?","ts":"1714550400.000100","thread_ts":"1714550400.000100","reply_count":1},
                {"type":"message","user":"U2","text":"Gone soon","ts":"1714550401.000100","thread_ts":"1714550401.000100","reply_count":1},
                {"type":"message","user":"U1","text":"There too","ts":"1714550402.000100","thread_ts":"1714550401.000100"}""");
        records();
        importing(folder);
        day("general", "2024-05-01", """
                {"type":"message","user":"U1","text":"Which of the pumps?","ts":"1714550400.000100","thread_ts":"1714550400.000100","reply_count":1,
                 "edited":{"user":"U1","ts":"1714550500.000000"},"reactions":[{"name":"+1","users":["U2","U9"],"count":2}]},
                {"type":"message","subtype":"tombstone","user":"USLACKBOT","text":"This message was deleted.","ts":"1714550401.000100","thread_ts":"1714550401.000100","reply_count":1},
                {"type":"message","user":"U1","text":"There too","ts":"1714550402.000100","thread_ts":"1714550401.000100"}""");
        day("general", "2024-05-02", """
                {"type":"message","user":"U2","text":"The blue one","ts":"1714636800.000100","thread_ts":"1714550400.000100"}""");

        var run = importing(folder);

        assertThat(run.counts())
                .containsEntry("new-posts", 0L)
                .containsEntry("new-comments", 1L)
                .containsEntry("new-reactions", 2L)
                .containsEntry("reworded", 2L);
        assertThat(texts("select text from post order by id"))
                .containsExactly("Which of the pumps?", "*This message was deleted by its author.*");
        assertThat(texts("select text from text_version")).containsExactly("Which pump?");
        assertThat(count("select count(*) from post where active_at = '2024-05-02 08:00:00.0001+00'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from journal where not quiet")).isZero();
    }

    @Test
    void keepsPrivateGroupsFromOthersAndLeavesDirectMessagesOut() throws IOException {
        records();
        Files.writeString(
                folder.resolve("groups.json"),
                "[{\"id\":\"G1\",\"name\":\"secret-plan\",\"creator\":\"U1\",\"members\":[\"U1\"]}]");
        Files.writeString(folder.resolve("dms.json"), "[{\"id\":\"D1\",\"members\":[\"U1\",\"U2\"]}]");
        day(
                "secret-plan",
                "2024-05-01",
                "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"Hush\",\"ts\":\"1714550400.000100\"}");
        day(
                "general",
                "2024-05-01",
                "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"See <#G1|secret-plan>\",\"ts\":\"1714550400.000100\"}");
        day(
                "D1",
                "2024-05-01",
                "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"Just us\",\"ts\":\"1714550400.000100\"}");

        var run = importing(folder);
        var priya = cast.priya();

        assertThat(run.counts()).containsEntry("direct-conversations", 1L).containsEntry("new-posts", 2L);
        assertThat(texts("select name from findable_communities(" + priya.id() + ")"))
                .containsExactly("general");
        assertThat(texts("select text from readable_posts(" + priya.id() + ")"))
                .singleElement()
                .asString()
                .contains("a private channel")
                .doesNotContain("secret");
        assertThat(count("select count(*) from post where text like '%Just us%'"))
                .isZero();
    }

    @Test
    void knowsPeopleByTheirOwnAddressAndMakesFormerMembersOfTheRest() throws IOException {
        var bruno = cast.bruno();
        records();
        day(
                "general",
                "2024-05-01",
                "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"Ask <@U2>\\u0000\",\"ts\":\"1714550400.000100\"}");

        var run = importing(folder);

        assertThat(run.counts()).containsEntry("colleagues", 1L).containsEntry("former-members", 3L);
        assertThat(count("select author_id from post")).isEqualTo(bruno.id().value());
        assertThat(texts("select role from membership where person_id = " + bruno.id()))
                .containsExactly("owner");
        assertThat(texts("select kind || ' ' || state from person where name = 'Uma'"))
                .containsExactly("former not_invited");
        assertThat(count("select count(*) from person where kind = 'former' and email is not null"))
                .isEqualTo(1);
        assertThat(texts("select text from post")).singleElement().asString().matches("Ask @\\[Uma]\\(person:\\d+\\)");
    }

    @Test
    void recognisesAFormerMemberWhomTheDirectoryHasClaimed() throws IOException {
        records();
        day(
                "general",
                "2024-05-01",
                "{\"type\":\"message\",\"user\":\"U2\",\"text\":\"Hello\",\"ts\":\"1714550400.000100\"}");
        importing(folder);
        jdbc.sql("update person set kind = 'employee', name = 'Uma Rao' where email = 'uma@example.org'")
                .update();

        var run = importing(folder);

        assertThat(run.counts()).containsEntry("colleagues", 1L).containsEntry("new-people", 0L);
        assertThat(count("select count(*) from post p join person a on a.id = p.author_id where a.name = 'Uma Rao'"))
                .isEqualTo(1);
    }

    @Test
    void leavesNoCommunityToSomebodyWhoIsGone() throws IOException {
        jdbc.sql("update person set state = 'deactivated' where id = :id")
                .param("id", cast.bruno().id().value())
                .update();
        records();

        importing(folder);

        assertThat(texts("select p.name from membership m join person p on p.id = m.person_id where role = 'owner'"))
                .containsExactly("Nadia Berrada");
    }

    @Test
    void isClaimedByADirectoryThatComesLater() throws IOException {
        records();
        day(
                "general",
                "2024-05-01",
                "{\"type\":\"message\",\"user\":\"U2\",\"text\":\"Hello\",\"ts\":\"1714550400.000100\"}");
        importing(folder);
        var directory = Files.writeString(folder.resolve("staff.csv"), """
                id;email;name;site
                7;UMA@example.org;Uma Rao;Pune
                8;team@example.org;Tea Mwangi;Pune
                """);

        var report = people.run(PeopleImport.Order.of(directory), (done, of) -> {});

        assertThat(report.counts()).containsEntry("claimed", 1L).containsEntry("created", 1L);
        assertThat(
                        texts(
                                "select a.kind || ' ' || a.name || ' ' || a.site from post p join person a on a.id = p.author_id"))
                .containsExactly("employee Uma Rao Pune");
        assertThat(texts("select role from membership m join person p on p.id = m.person_id where p.name = 'Uma Rao'"))
                .containsExactly("member");
        assertThat(importing(folder).counts()).containsEntry("new-people", 0L).containsEntry("new-posts", 0L);
    }

    @Test
    void goesOnWhereItWasBrokenOff() throws IOException {
        records();
        day("general", "2024-05-01", messages(1714550400, 1500));
        day("general", "2024-05-02", messages(1714636800, 1500).replace("No. 700\"", "Boom\""));
        jdbc.sql("create function boom() returns trigger language plpgsql as 'begin raise exception ''boom''; end'")
                .update();
        jdbc.sql(
                        "create trigger boom before insert on post for each row when (new.text = 'Boom') execute function boom()")
                .update();
        assertThatException().isThrownBy(() -> importing(folder));
        jdbc.sql("drop function boom cascade").update();
        var before = count("select count(*) from post");

        var run = importing(folder);

        assertThat(before).isBetween(1500L, 2500L);
        assertThat(texts("select state from import_run order by id")).containsExactly("failed", "done");
        assertThat(run.counts()).containsEntry("posts", 3000L).containsEntry("new-posts", 3000 - before);
        assertThat(count("select count(distinct external_id) from post")).isEqualTo(3000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slack-export-zip-slip.zip",
                "slack-export-bad-json.zip",
                "zip-slip.zip",
                "zip-bomb-200MB.zip",
                "html-named.png"
            })
    void refusesTrapsAndWritesNothing(String name) {
        assertThatExceptionOfType(UnreadableFile.class)
                .isThrownBy(() -> importing(SharedData.file("attacks/files/" + name)));
        assertThat(count("select count(*) from import_run")).isZero();
        assertThat(count("select count(*) from community")).isZero();
        assertThat(count("select count(*) from person")).isEqualTo(1);
    }

    @Test
    void rehearsesWithoutWriting() {
        var report = slack.rehearse(SharedData.file("slack/houstondatavis.zip"), "slack");

        assertThat(report.counts()).containsEntry("messages", 1382L).containsEntry("posts", 1031L);
        assertThat(count("select count(*) from person")).isEqualTo(1);
        assertThat(count("select count(*) from import_run")).isZero();
    }

    private ImportReport importing(Path path) {
        return slack.run(path, "slack", nadia.id(), _ -> {});
    }

    private void records() throws IOException {
        Files.writeString(folder.resolve("users.json"), """
                [{"id":"U1","name":"bruno","profile":{"real_name":"Bruno T.","email":"Bruno.Tessier@example.org"}},
                 {"id":"U2","name":"uma","tz":"Nowhere/Else","profile":{"real_name":"Uma","email":"uma@example.org"}},
                 {"id":"U3","name":"team","profile":{"real_name":"Team","email":"team@example.org"}},
                 {"id":"U4","name":"team2","is_bot":true,"profile":{"real_name":"Team bot","email":"team@example.org"}}]
                """);
        Files.writeString(folder.resolve("channels.json"), """
                [{"id":"C1","name":"general","creator":"U1","members":["U1","U2"],"purpose":{"value":"All of us"}}]
                """);
    }

    private static String messages(long from, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "{\"type\":\"message\",\"user\":\"U1\",\"text\":\"No. %d\",\"ts\":\"%d.000100\"}"
                        .formatted(n, from + n))
                .collect(Collectors.joining(","));
    }

    private void day(String channel, String date, String messages) throws IOException {
        Files.createDirectories(folder.resolve(channel));
        Files.writeString(folder.resolve(channel).resolve(date + ".json"), "[" + messages + "]");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getString(1)).list();
    }
}
