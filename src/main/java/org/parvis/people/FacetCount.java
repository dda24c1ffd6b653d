package org.parvis.people;

/** How many of the people a viewer may find have one value of a facet; {@code values} it has in all. */
public record FacetCount(Facet facet, String value, long count, long values) {}
