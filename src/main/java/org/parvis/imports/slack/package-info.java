/** Reads a Slack export and turns its messages into posts and comments of ours. Writes nothing. */
@NullMarked
package org.parvis.imports.slack;

import org.jspecify.annotations.NullMarked;
