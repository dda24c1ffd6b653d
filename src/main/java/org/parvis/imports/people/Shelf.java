package org.parvis.imports.people;

import org.parvis.imports.Remark;
import org.parvis.imports.UnreadableFile;

import java.util.ArrayList;

/**
 * Holds a directory in memory, as far as there is room: a file that grows past it is refused before it takes the network
 * down.
 */
final class Shelf implements DirectorySink {

    private static final int LONGEST_LOST = 2000;
    // What an entry and a remark weigh beside their texts.
    private static final int ENTRY = 700;
    private static final int REMARK = 250;

    private final Directory directory =
            new Directory(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private long room;

    Shelf(long room) {
        this.room = room;
    }

    Directory directory() {
        return directory;
    }

    @Override
    public void entry(DirectoryEntry entry) {
        take(ENTRY);
        entry.attributes().forEach((name, value) -> take(100 + name.length() + value.length()));
        directory.entries().add(entry);
    }

    @Override
    public void group(DirectoryGroup group) {
        group.members().forEach(member -> take(50 + member.length()));
        directory.groups().add(group);
    }

    @Override
    public void remark(Remark remark) {
        take(REMARK);
        directory.remarks().add(remark);
    }

    @Override
    public void lost(Remark remark, String text) {
        var kept = text.substring(0, Math.min(LONGEST_LOST, text.length()));
        take(kept.length());
        remark(remark);
        directory.lost().add(kept);
    }

    private void take(int bytes) {
        room -= bytes;
        if (room < 0) {
            throw new UnreadableFile("imports.file.too-much");
        }
    }
}
