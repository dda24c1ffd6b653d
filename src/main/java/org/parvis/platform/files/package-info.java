/** Files by their content, and pictures decoded where they can do no harm. */
@NullMarked
package org.parvis.platform.files;

import org.jspecify.annotations.NullMarked;
