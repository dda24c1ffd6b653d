package org.parvis.imports.people;

import org.parvis.imports.Remark;

import java.util.List;

/**
 * All that a directory file holds, and what could not be taken as it stood.
 *
 * @param lost the lines that could not be read, as they stand, cut to what may tell whom they are about
 */
public record Directory(
        List<DirectoryEntry> entries, List<DirectoryGroup> groups, List<Remark> remarks, List<String> lost) {}
