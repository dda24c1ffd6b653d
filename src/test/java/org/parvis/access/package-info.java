@NullMarked
package org.parvis.access;

import org.jspecify.annotations.NullMarked;
