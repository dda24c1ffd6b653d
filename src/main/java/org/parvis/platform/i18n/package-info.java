/** Messages in the reader's language. */
@NullMarked
package org.parvis.platform.i18n;

import org.jspecify.annotations.NullMarked;
