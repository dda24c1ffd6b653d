/** Text as people write it: limits, safe Markdown, mentions, topics, excerpts, languages. */
@NullMarked
package org.parvis.platform.text;

import org.jspecify.annotations.NullMarked;
