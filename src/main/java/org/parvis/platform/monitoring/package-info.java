/** What whoever runs Parvis watches, on a port of its own: is it alive, is it ready, how does it fare. */
@NullMarked
package org.parvis.platform.monitoring;

import org.jspecify.annotations.NullMarked;
