/** How often something may be tried, counted in the database so that every node counts together. */
@NullMarked
package org.parvis.platform.throttle;

import org.jspecify.annotations.NullMarked;
