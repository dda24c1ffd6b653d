package org.parvis.imports.people;

import org.parvis.imports.Remark;

/** Receives a directory file in its own order. */
public interface DirectorySink {

    void entry(DirectoryEntry entry);

    void group(DirectoryGroup group);

    void remark(Remark remark);

    /** A line that could not be read; the text is all there is of it. */
    void lost(Remark remark, String text);
}
