package org.parvis.conversation;

import org.jspecify.annotations.Nullable;

/** What a program sends to write: a text, and for a comment the one it answers. */
record TextJson(@Nullable String text, @Nullable String replyTo) {}
