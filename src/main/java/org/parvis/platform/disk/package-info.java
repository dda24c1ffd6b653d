/** Stops writing before the disk is full. */
@NullMarked
package org.parvis.platform.disk;

import org.jspecify.annotations.NullMarked;
