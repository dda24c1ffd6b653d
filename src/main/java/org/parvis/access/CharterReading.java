package org.parvis.access;

/** One version of the charter in one language, as HTML. */
public record CharterReading(String language, String html) {}
