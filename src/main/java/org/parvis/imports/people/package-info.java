/** Reads a company's directory from CSV or LDIF and decides what needs no database to be decided. */
@NullMarked
package org.parvis.imports.people;

import org.jspecify.annotations.NullMarked;
