package org.parvis.announcements;

/** A value that an announcement may be brought by, and how many people have it. */
public record TargetChoice(String value, String label, long people, boolean chosen) {}
