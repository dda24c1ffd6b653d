package org.parvis.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens and remembers. */
final class Ear implements JournalListener {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void heard(List<Entry> entries) {
        this.entries.addAll(entries);
    }

    List<Entry> entries() {
        return entries;
    }

    List<Long> objects() {
        return entries.stream().map(entry -> entry.object().id()).toList();
    }
}
