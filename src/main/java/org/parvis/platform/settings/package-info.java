/** What the administrator may set, and the sentence said when it cannot be. */
@NullMarked
package org.parvis.platform.settings;

import org.jspecify.annotations.NullMarked;
