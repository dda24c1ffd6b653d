/** Mail that leaves the network: written with the change that causes it, sent afterwards. */
@NullMarked
package org.parvis.platform.mail;

import org.jspecify.annotations.NullMarked;
