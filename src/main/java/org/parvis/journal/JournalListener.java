package org.parvis.journal;

import java.util.List;

/**
 * A slot for what lives in the memory of every node, such as caches and live pages: hears all that was not yet stamped
 * when the node started, in order. Must be quick; an entry it fails on is logged and passed over.
 */
public interface JournalListener {

    void heard(List<Entry> entries);
}
