package org.parvis.feed;

import org.jspecify.annotations.Nullable;
import org.parvis.platform.web.Cursor;
import org.parvis.platform.web.Slice;

import java.time.Instant;

/** A part of a view as the page shows it: from its beginning, or after a cursor; {@code at} is when it was read. */
public record FeedStretch(View view, @Nullable Cursor after, Slice<FeedItem> items, Instant at) {

    public boolean first() {
        return after == null;
    }

    public boolean empty() {
        return items.items().isEmpty();
    }

    /** Its name in the page: the same for the link that asks for it and for what comes. */
    public String anchor() {
        return anchor(after);
    }

    public String olderAnchor() {
        return anchor(items.next());
    }

    private static String anchor(@Nullable Cursor cursor) {
        return "older_" + cursor;
    }

    /** Where the next stretch is; null at the end. */
    public @Nullable String older() {
        return items.next() == null ? null : "/?view=" + view.code() + "&cursor=" + items.next();
    }

    public long unread() {
        return items.items().stream().filter(FeedItem::unread).count();
    }

    /** Whether all that is new has been shown. */
    public boolean upToDate() {
        return items.next() == null || !items.items().getLast().unread();
    }
}
