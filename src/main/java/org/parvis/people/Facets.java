package org.parvis.people;

import java.util.List;
import java.util.Map;

/** How many people a filter leaves, and by which values it may be narrowed further; no facet that nobody has. */
public record Facets(long people, Map<Facet, List<FacetCount>> values) {}
