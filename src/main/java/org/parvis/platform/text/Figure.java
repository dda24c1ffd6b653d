package org.parvis.platform.text;

/**
 * A picture that a text may show among its words.
 *
 * @param href where it is large
 * @param source where it is small, of this width and height in its largest size
 * @param sources its sizes, as {@code srcset} has them
 * @param alt what it shows, unless the text says so
 */
public record Figure(String href, String source, String sources, int width, int height, String alt) {}
