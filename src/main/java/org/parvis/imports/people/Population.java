package org.parvis.imports.people;

/** Whether someone works at a desk or in the field: the two are reached in different ways. */
public enum Population {
    DESK,
    FIELD
}
