package org.parvis.imports.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parvis.testing.SharedData.file;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Map;

class RealExportsTests {

    @Test
    void countsTheMeetUp() {
        try (var export = SlackExport.open(file("slack/houstondatavis.zip"))) {
            var talk = RecordedTalk.of(export);
            var tally = export.tally();

            assertThat(export.users()).hasSize(71);
            assertThat(export.channels()).hasSize(16);
            assertThat(export.channels()).filteredOn(SlackChannel::archived).hasSize(9);
            assertThat(tally.messages()).isEqualTo(1382);
            assertThat(tally.kinds())
                    .containsAllEntriesOf(Map.of("channel_join", 320, "file_share", 61, "file_comment", 6));
            assertThat(tally.withReactions()).isEqualTo(89);
            assertThat(talk.posts).hasSize(1031);
            assertThat(talk.comments).isEmpty();
            assertThat(export.remarks()).isEmpty();
            assertAddsUp(tally);
        }
    }

    @Test
    void countsTheCommunity() {
        try (var export = SlackExport.open(file("slack/julialang.zip"))) {
            var talk = RecordedTalk.of(export);
            var tally = export.tally();

            assertThat(export.users()).hasSize(1543);
            assertThat(export.channels()).hasSize(393);
            assertThat(export.channels()).filteredOn(export::hasMessages).hasSize(229);
            assertThat(tally.messages()).isEqualTo(53641);
            assertThat(tally.replies()).isEqualTo(37473);
            assertThat(tally.unknownPosters()).hasSize(14);
            assertThat(tally.withReactions()).isEqualTo(6291);
            assertThat(tally.placeholders()).isZero();
            assertAddsUp(tally);
            assertThat(talk.posts).hasSize(15809);
            assertThat(talk.posts)
                    .filteredOn(post -> post.state() == PastPost.State.DELETED)
                    .hasSize(23);
            assertThat(talk.comments).hasSize(37471);
            assertThat(talk.comments)
                    .filteredOn(comment -> comment.markdown().length() > 10_000)
                    .isEmpty();
            assertEveryCommentHasItsPost(talk);
        }
    }

    private static void assertEveryCommentHasItsPost(RecordedTalk talk) {
        var posts = new HashSet<String>();
        talk.posts.forEach(post -> posts.add(post.ts()));
        assertThat(talk.comments)
                .filteredOn(comment -> !posts.contains(comment.postTs()))
                .isEmpty();
    }

    private static void assertAddsUp(SlackTally tally) {
        int leftOut =
                tally.leftOut().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(tally.posts() + tally.comments() + leftOut).isEqualTo(tally.messages());
    }
}
