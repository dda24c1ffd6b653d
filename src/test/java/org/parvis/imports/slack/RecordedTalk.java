package org.parvis.imports.slack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole export read into lists. */
final class RecordedTalk implements PastTalk {

    static final SlackNames BRACKETS = new SlackNames() {
        @Override
        public String person(String slackUserId) {
            return "{" + slackUserId + "}";
        }

        @Override
        public String channel(String slackChannelId) {
            return "{" + slackChannelId + "}";
        }
    };

    final List<PastPost> posts = new ArrayList<>();
    final List<PastComment> comments = new ArrayList<>();

    static RecordedTalk of(SlackExport export) {
        var talk = new RecordedTalk();
        export.channels().forEach(channel -> export.tell(channel, BRACKETS, talk));
        return talk;
    }

    static RecordedTalk of(Path path) {
        try (var export = SlackExport.open(path)) {
            return of(export);
        }
    }

    @Override
    public void post(PastPost post) {
        posts.add(post);
    }

    @Override
    public void comment(PastComment comment) {
        comments.add(comment);
    }
}
