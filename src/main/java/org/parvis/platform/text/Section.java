package org.parvis.platform.text;

/**
 * A heading of a text.
 *
 * @param level from 1 on, without a gap
 * @param anchor its name in the page
 */
public record Section(int level, String anchor, String title) {}
