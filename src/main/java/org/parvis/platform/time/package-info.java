/** Instants between Java and PostgreSQL. */
@NullMarked
package org.parvis.platform.time;

import org.jspecify.annotations.NullMarked;
