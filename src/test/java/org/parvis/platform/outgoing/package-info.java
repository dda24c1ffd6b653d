@NullMarked
package org.parvis.platform.outgoing;

import org.jspecify.annotations.NullMarked;
