/** One archive of everything, taken while people write, and the network made again from it. */
@NullMarked
package org.parvis.platform.backup;

import org.jspecify.annotations.NullMarked;
