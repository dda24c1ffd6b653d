package org.parvis.praise;

import java.util.Map;

/** A value as administrators see it: its names by language, and whether nobody is praised for it any more. */
public record KeptValue(PraiseValue value, Map<String, String> names, boolean retired) {}
