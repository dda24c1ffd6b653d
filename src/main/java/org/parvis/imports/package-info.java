/**
 * Directories and past conversations, brought in from the outside world.
 *
 * <p>Reading ({@code people}, {@code slack}) knows no database: it turns a stranger's file into plain records and
 * remarks. Stands on the highest floor and may use every module below.
 */
@NullMarked
package org.parvis.imports;

import org.jspecify.annotations.NullMarked;
