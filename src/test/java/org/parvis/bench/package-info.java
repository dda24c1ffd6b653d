/** What {@code ./parvis bench} runs: measures Parvis from outside, as the processes and the browser meet it. */
@NullMarked
package org.parvis.bench;

import org.jspecify.annotations.NullMarked;
