package org.parvis.conversation;

import org.parvis.journal.Journal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.List;

/**
 * Where conversations come in that were held elsewhere: with their times, many at once, and without telling anybody.
 * What is brought again is known by its key; what was added or reworded since joins what is there.
 */
@Service
public class PastConversations {

    /** How much to bring at once: a batch is a transaction, and long ones make every reader of the journal late. */
    public static final int BATCH = 300;

    private final PastTexts texts;
    private final PastReactions reactions;
    private final PastWording wording;
    private final PastActivity activity;
    private final Journal journal;

    PastConversations(
            PastTexts texts, PastReactions reactions, PastWording wording, PastActivity activity, Journal journal) {
        this.texts = texts;
        this.reactions = reactions;
        this.wording = wording;
        this.activity = activity;
        this.journal = journal;
    }

    /** Writes one batch; keys must not stand in it twice. Comments on posts that are not there are left out. */
    @Transactional
    public Gain write(String source, List<BroughtPost> posts, List<BroughtComment> comments) {
        var written = new ArrayList<Written>();
        written.addAll(texts.posts(source, posts));
        written.addAll(texts.comments(
                source,
                comments.stream().filter(comment -> comment.replyTo() == null).toList()));
        written.addAll(texts.comments(
                source,
                comments.stream().filter(comment -> comment.replyTo() != null).toList()));
        wording.note(written.stream().filter(Written::isWorded).toList());
        var likes = reactions.put(written);
        activity.follow(written.stream().filter(Written::isNew).toList());
        journal.appendAll(written.stream()
                .filter(Written::isWorded)
                .map(Written::activity)
                .toList());
        journal.appendAll(likes.onKnown());
        return gain(written, likes.count());
    }

    private static Gain gain(List<Written> written, int reactions) {
        return new Gain(
                count(written, true, Written.News.NEW),
                count(written, false, Written.News.NEW),
                reactions,
                count(written, true, Written.News.REWORDED) + count(written, false, Written.News.REWORDED));
    }

    private static int count(List<Written> written, boolean posts, Written.News news) {
        return (int) written.stream()
                .filter(one -> (one.comment() == null) == posts && one.news() == news)
                .count();
    }
}
