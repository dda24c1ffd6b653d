/** What the network must withstand, tried on everything there is: whatever is added later is tried too. */
@NullMarked
package org.parvis.safety;

import org.jspecify.annotations.NullMarked;
