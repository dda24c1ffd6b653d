package org.parvis.imports.people;

import java.util.List;

/** A group with the keys of those of its members who are planned people. */
public record PlannedGroup(String dn, String name, List<String> memberKeys) {}
