package org.parvis.imports.people;

import java.util.List;

/**
 * A group of an LDAP directory.
 *
 * @param members distinguished names in normal form, or plain user ids (posixGroup)
 */
public record DirectoryGroup(long line, String dn, String name, List<String> members) {}
