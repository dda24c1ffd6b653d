package org.parvis.imports.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.parvis.testing.SharedData.file;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parvis.imports.Remark;
import org.parvis.imports.UnreadableFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class SlackExportTests {

    @TempDir
    Path folder;

    @BeforeEach
    void aWorkspaceOfTwo() throws IOException {
        write(
                "users.json",
                "[{\"id\":\"U1\",\"name\":\"anna\",\"profile\":{\"real_name\":\"Anna\"}},{\"id\":\"U2\",\"name\":\"ben\"}]");
        write("channels.json", "[{\"id\":\"C1\",\"name\":\"café\",\"created\":1433558319}]");
    }

    @Test
    void attachesAnswersOfLaterDaysToTheirPost() throws IOException {
        day(
                "2020-01-01",
                "{'ts':'1577880000.000100','user':'U1','text':'Hi','thread_ts':'1577880000.000100','edited':{'ts':'1577880060.000000'}}");
        day(
                "2020-01-05",
                "{'ts':'1578225600.000200','user':'U2','text':'Yes','thread_ts':'1577880000.000100','subtype':'thread_broadcast'}");

        var talk = RecordedTalk.of(folder);

        assertThat(talk.posts)
                .extracting(
                        PastPost::markdown,
                        PastPost::at,
                        PastPost::editedAt,
                        post -> post.author().name())
                .containsExactly(tuple(
                        "Hi",
                        Instant.parse("2020-01-01T12:00:00.000100Z"),
                        Instant.parse("2020-01-01T12:01:00Z"),
                        "Anna"));
        assertThat(talk.comments)
                .extracting(PastComment::postTs, PastComment::markdown)
                .containsExactly(tuple("1577880000.000100", "Yes"));
    }

    @Test
    void standsInForPostsThatOnlyTheirAnswersKnow() throws IOException {
        day(
                "2020-01-05",
                "{'ts':'1578225600.000200','user':'U9','text':'Yes','thread_ts':'1577880000.000100','parent_user_id':'U1'}",
                "{'ts':'1578225601.000200','user':'U2','text':'No','thread_ts':'1577880001.000100','root':{'ts':'1577880001.000100','user':'U1','text':'Shall we?'}}");

        try (var export = SlackExport.open(folder)) {
            var talk = RecordedTalk.of(export);

            assertThat(talk.posts)
                    .extracting(
                            PastPost::state,
                            PastPost::markdown,
                            post -> post.author().id())
                    .containsExactly(
                            tuple(PastPost.State.MISSING, "", "U1"), tuple(PastPost.State.WRITTEN, "Shall we?", "U1"));
            assertThat(talk.comments.getFirst().author())
                    .isEqualTo(new PastAuthor("U9", "U9", PastAuthor.Kind.UNKNOWN));
            assertThat(export.tally().placeholders()).isEqualTo(2);
            assertThat(export.remarks()).extracting(Remark::code).containsOnly("imports.slack.missing-post");
        }
    }

    @Test
    void mergesTonesAndCountsWhatBecameALike() throws IOException {
        day(
                "2020-01-01",
                "{'ts':'1577880000.000100','user':'U1','text':'Hi','reactions':[{'name':'+1','users':['U1','U2']},{'name':'+1::skin-tone-4','users':['U2']},{'name':'tada','users':['U2']},{'name':'our-own','users':['U1']}]}");

        try (var export = SlackExport.open(folder)) {
            assertThat(RecordedTalk.of(export).posts.getFirst().reactions())
                    .containsExactly(
                            new PastReaction("U1", PastReaction.Kind.LIKE),
                            new PastReaction("U2", PastReaction.Kind.LIKE),
                            new PastReaction("U2", PastReaction.Kind.BRAVO));
            assertThat(export.tally().otherReactions()).isEqualTo(Map.of("our-own", 1));
        }
    }

    @Test
    void leavesOutWhatNobodyWrote() throws IOException {
        day(
                "2020-01-01",
                "{'ts':'1577880000.000100','user':'U1','text':'joined','subtype':'channel_join'}",
                "{'ts':'1577880000.000200','user':'U1','text':''}",
                "{'ts':'1577880000.000300','user':'USLACKBOT','text':'gone','subtype':'tombstone'}",
                "{'ts':'1577880000.000400','user':'USLACKBOT','text':'gone','subtype':'tombstone','reply_count':1}",
                "{'ts':'soon','user':'U1','text':'when?'}",
                "{'ts':'1577880000.000500','bot_id':'B1','username':'Robot','text':'beep','subtype':'bot_message'}");

        try (var export = SlackExport.open(folder)) {
            var talk = RecordedTalk.of(export);

            assertThat(export.tally().leftOut())
                    .isEqualTo(Map.of("channel_join", 1, "empty", 1, "tombstone", 1, "no-time", 1));
            assertThat(talk.posts)
                    .extracting(PastPost::state, post -> post.author().kind())
                    .containsExactly(
                            tuple(PastPost.State.DELETED, PastAuthor.Kind.UNKNOWN),
                            tuple(PastPost.State.WRITTEN, PastAuthor.Kind.BOT));
        }
    }

    @Test
    void leavesPrivateTalkAloneAndMarksPrivateGroups() throws IOException {
        write("groups.json", "[{\"id\":\"G1\",\"name\":\"board\"}]");
        write("dms.json", "[{\"id\":\"D1\"}]");
        write("mpims.json", "[{\"id\":\"G2\",\"name\":\"mpdm-a--b-1\"}]");
        write("D1/2020-01-01.json", "[{\"ts\":\"1577880000.000100\",\"user\":\"U1\",\"text\":\"psst\"}]");

        try (var export = SlackExport.open(folder)) {
            assertThat(export.directConversations()).isEqualTo(2);
            assertThat(export.channels())
                    .extracting(SlackChannel::name, SlackChannel::invitationOnly)
                    .containsExactly(tuple("café", false), tuple("board", true));
            assertThat(RecordedTalk.of(export).posts).isEmpty();
            assertThat(export.remarks()).isEmpty();
            assertThat(export.tally().messages()).isEqualTo(1);
            assertThat(export.tally().leftOut()).isEqualTo(Map.of("direct_message", 1));
        }
    }

    @Test
    void countsWhatBelongsToNoChannel() throws IOException {
        write("gone/2020-01-01.json", "[{\"ts\":\"1577880000.000100\"},{\"ts\":\"1577880000.000200\"}]");

        try (var export = SlackExport.open(folder)) {
            assertThat(RecordedTalk.of(export).posts).isEmpty();
            assertThat(export.remarks()).containsExactly(Remark.aboutFile("imports.slack.unknown-folder", "gone"));
            assertThat(export.tally().leftOut()).isEqualTo(Map.of("no_channel", 2));
        }
    }

    @Test
    void losesTheRestOfABrokenDayAndNothingElse() throws IOException {
        day("2020-01-01", "{'ts':'1577880000.000100','user':'U1','text':'kept'}", "{'ts':");
        day("2020-01-02", "{'ts':'1577966400.000100','user':'U1','text':'kept too'}");

        try (var export = SlackExport.open(folder)) {
            assertThat(RecordedTalk.of(export).posts)
                    .extracting(PastPost::markdown)
                    .containsExactly("kept", "kept too");
            assertThat(export.remarks()).extracting(Remark::code).containsExactly("imports.slack.bad-day");
        }
    }

    @Test
    void buildsNoTreeOfAMessageThatWouldFillTheMemory() throws IOException {
        day("2020-01-01", "{'ts':'1577880000.000100','user':'U1','blocks':[" + "[],".repeat(2_000_000) + "0]}");

        try (var export = SlackExport.open(folder)) {
            assertThat(RecordedTalk.of(export).posts).isEmpty();
            assertThat(export.remarks()).extracting(Remark::code).containsExactly("imports.slack.bad-day");
        }
    }

    @Test
    void cutsWhatIsLongerThanOurs() throws IOException {
        day(
                "2020-01-01",
                "{'ts':'1577880000.000100','user':'U1','text':'" + "word ".repeat(9000) + "'}",
                "{'ts':'1577880000.000200','user':'U1','text':'```" + "x".repeat(20_000)
                        + "```','thread_ts':'1577880000.000100'}");

        var talk = RecordedTalk.of(folder);

        assertThat(talk.posts.getFirst().markdown())
                .hasSizeBetween(39_000, 40_000)
                .endsWith("word …");
        assertThat(talk.comments.getFirst().markdown())
                .hasSizeBetween(9_900, 10_000)
                .endsWith("```\n\n…");
    }

    @Test
    void readsNamesThatDoNotSayHowTheyAreWritten() throws IOException {
        for (var charset : List.of("UTF-8", "IBM437")) {
            var zip = folder.resolve(charset + ".zip");
            try (var out = new ZipArchiveOutputStream(zip)) {
                out.setEncoding(charset);
                out.setUseLanguageEncodingFlag(false);
                out.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
                entry(out, "export/channels.json", "[{\"id\":\"C1\",\"name\":\"café\"}]");
                entry(out, "export/users.json", "[]");
                entry(
                        out,
                        "export/café/2020-01-01.json",
                        "[{\"ts\":\"1577880000.000100\",\"user\":\"U1\",\"text\":\"Hi\"}]");
            }

            assertThat(RecordedTalk.of(zip).posts).as(charset).hasSize(1);
        }
    }

    @Test
    void refusesTrapsAndStrangers() throws IOException {
        assertRefused(file("attacks/files/slack-export-bad-json.zip"), "imports.slack.bad-json");
        assertRefused(file("attacks/files/slack-export-zip-slip.zip"), "imports.slack.unsafe-name");
        assertRefused(file("attacks/files/zip-slip.zip"), "imports.slack.unsafe-name");
        assertRefused(file("attacks/files/zip-bomb-200MB.zip"), "imports.slack.bomb");
        assertRefused(file("attacks/files/png-ok-64x64.png"), "imports.slack.no-archive");
        assertRefused(Files.createDirectory(folder.resolve("empty")), "imports.slack.no-export");
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws IOException {
        var outside = Files.writeString(
                Files.createTempFile("outside", ".json"),
                "[{\"ts\":\"1577880000.000100\",\"user\":\"U1\",\"text\":\"secret\"}]");
        Files.createDirectories(folder.resolve("café"));
        Files.createSymbolicLink(folder.resolve("café/2020-01-01.json"), outside);

        assertThat(RecordedTalk.of(folder).posts).isEmpty();
        Files.delete(outside);
    }

    private static void assertRefused(Path path, String code) {
        assertThatThrownBy(() -> SlackExport.open(path))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void entry(ZipArchiveOutputStream out, String name, String text) throws IOException {
        out.putArchiveEntry(new ZipArchiveEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
    }

    private void day(String date, String... messages) throws IOException {
        write("café/" + date + ".json", "[" + String.join(",", messages).replace('\'', '"') + "]");
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
