/** What tests share: one PostgreSQL for the run, a database for each class, a named cast. */
@NullMarked
package org.parvis.testing;

import org.jspecify.annotations.NullMarked;
