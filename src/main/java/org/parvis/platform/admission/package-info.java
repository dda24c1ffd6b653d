/** So many requests at once and no more: what is served stays fast, what is too much is refused at once. */
@NullMarked
package org.parvis.platform.admission;

import org.jspecify.annotations.NullMarked;
