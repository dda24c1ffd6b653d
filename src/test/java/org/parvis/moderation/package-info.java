@NullMarked
package org.parvis.moderation;

import org.jspecify.annotations.NullMarked;
