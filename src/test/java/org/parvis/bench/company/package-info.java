/**
 * Fills an empty data folder with a company of many thousands and five years of what they said: the same rows for the
 * same arguments, written by {@code COPY}, gone on with after an interruption.
 */
@NullMarked
package org.parvis.bench.company;

import org.jspecify.annotations.NullMarked;
