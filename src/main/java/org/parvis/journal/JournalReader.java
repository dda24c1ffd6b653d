package org.parvis.journal;

import java.util.List;

/**
 * A slot for whoever must follow every change once, such as notifications. Each reader has its own cursor in the
 * database under its {@link #name}, begins at the first row of the journal, and is served on one node at a time.
 */
public interface JournalReader {

    /** The name of the cursor; renaming begins again at the first row. */
    String name();

    /**
     * Takes the next entries in order, inside the transaction that moves the cursor: what is written here to the same
     * database happens exactly once. An entry that keeps failing by itself is set aside and the others go on.
     */
    void read(List<Entry> entries);
}
