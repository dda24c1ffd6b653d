package org.parvis.imports;

import org.parvis.imports.slack.PastComment;
import org.parvis.imports.slack.PastPost;
import org.parvis.imports.slack.PastTalk;
import org.parvis.imports.slack.SlackExport;
import org.parvis.imports.slack.SlackNames;
import org.parvis.people.PastPeople;

import java.util.List;
import java.util.stream.Stream;

/** Reads an export to its end without writing anything. */
final class SlackRehearsal implements PastTalk, SlackNames {

    private final SlackExport export;
    private final PastPeople people;
    private final String source;
    private final SlackCounts counts;

    SlackRehearsal(SlackExport export, PastPeople people, String source) {
        this.export = export;
        this.people = people;
        this.source = source;
        this.counts = new SlackCounts(export);
    }

    ImportReport report() {
        export.channels().forEach(channel -> export.tell(channel, this, this));
        var colleagues = people.colleagues(source, SlackMembers.of(export).people());
        return new ImportReport(
                ImportState.DONE,
                counts.asMap(colleagues, export.users().size() - colleagues),
                "",
                List.of(),
                Stream.concat(counts.leftOut().stream(), export.remarks().stream())
                        .toList());
    }

    @Override
    public void post(PastPost post) {
        counts.read(post.reactions());
    }

    @Override
    public void comment(PastComment comment) {
        counts.read(comment.reactions());
    }

    @Override
    public String person(String slackUserId) {
        return slackUserId;
    }

    @Override
    public String channel(String slackChannelId) {
        return slackChannelId;
    }
}
