/** The frame of every page and answer: templates, assets, errors, lists. */
@NullMarked
package org.parvis.platform.web;

import org.jspecify.annotations.NullMarked;
