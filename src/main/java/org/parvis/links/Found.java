package org.parvis.links;

/**
 * What a page says of itself, as plain text within our limits; empty where it says nothing.
 *
 * @param site the host that said it
 * @param name what the site calls itself
 * @param title never empty
 */
public record Found(String site, String name, String title, String description) {}
