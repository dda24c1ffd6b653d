/** What an administrator can have done from the command line. */
@NullMarked
package org.parvis.platform.command;

import org.jspecify.annotations.NullMarked;
