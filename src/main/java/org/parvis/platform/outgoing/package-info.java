/** The one way in which the product asks other servers for something: guarded against being led into the house. */
@NullMarked
package org.parvis.platform.outgoing;

import org.jspecify.annotations.NullMarked;
