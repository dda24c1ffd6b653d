/** A working day of many people, played with Gatling against a network that runs; {@code ./parvis bench load} starts it. */
package org.parvis.load;
