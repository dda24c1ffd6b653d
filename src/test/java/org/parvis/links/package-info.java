@NullMarked
package org.parvis.links;

import org.jspecify.annotations.NullMarked;
