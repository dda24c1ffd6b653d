package org.parvis.praise;

import java.util.List;

/**
 * What somebody who praises has before them.
 *
 * @param left how many they have left this week
 * @param off whether praise is switched off in their country
 */
public record Giving(List<PraiseValue> values, int left, boolean off) {}
