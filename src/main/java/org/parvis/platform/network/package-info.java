/** What the installation knows of itself: its name and its languages. */
@NullMarked
package org.parvis.platform.network;

import org.jspecify.annotations.NullMarked;
