/** The PostgreSQL that Parvis brings along, or the one it is given. */
@NullMarked
package org.parvis.platform.database;

import org.jspecify.annotations.NullMarked;
