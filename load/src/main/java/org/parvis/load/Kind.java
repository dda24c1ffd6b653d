package org.parvis.load;

/** What people do, and how often each of those who come does it on a working day. */
enum Kind {
    HOME("home feed", 5),
    THREAD("thread", 5),
    COMMUNITY("community", 4),
    NOTIFICATIONS("alerts", 2),
    PROFILE("profile", 1.5),
    FILE("file", 1.2),
    DIRECTORY("directory", 0.5),
    FURTHER("further page", 8),
    FRAME("lazy frame", 7),
    LIVE("live stream", 3),
    TYPEAHEAD("typeahead", 2.4),
    DRAFT("draft kept", 2),
    REACTION("reaction", 2),
    COMMENT("comment", 0.6),
    POST("post", 0.15),
    UPLOAD("upload", 0.15),
    JOIN("join, follow", 0.1),
    VOTE("vote", 0.1);

    private final String label;
    private final double daily;

    Kind(String label, double daily) {
        this.label = label;
        this.daily = daily;
    }

    String label() {
        return label;
    }

    double daily() {
        return daily;
    }
}
