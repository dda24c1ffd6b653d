package org.parvis.platform.files;

/** Who may read the files of one kind of place: the module that knows the place fills this slot. */
public interface FileAudience {

    /** The kind of place this one speaks for, as in the column {@code file.place_kind}. */
    String placeKind();

    boolean mayRead(long viewer, long placeId);

    /** Whether every employee may read them all, so that a browser may keep them for a while. */
    default boolean isEveryone() {
        return false;
    }
}
