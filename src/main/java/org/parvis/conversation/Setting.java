package org.parvis.conversation;

/** Where the composer stands. */
enum Setting {
    /** Alone on its page. */
    PAGE,
    /** Above a feed of several places. */
    FEED,
    /** Above the posts of the community that it writes to. */
    COMMUNITY
}
