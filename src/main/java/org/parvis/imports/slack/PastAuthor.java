package org.parvis.imports.slack;

/**
 * Who wrote something.
 *
 * @param id a user id; for bots the bot's id, with the name it spoke under where it gave one
 * @param name of bots and of people in no record; for members the one in {@code users.json}
 */
public record PastAuthor(String id, String name, Kind kind) {

    /** Where an author is known from. */
    public enum Kind {
        MEMBER,
        BOT,
        UNKNOWN
    }
}
