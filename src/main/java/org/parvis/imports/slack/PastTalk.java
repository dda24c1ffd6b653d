package org.parvis.imports.slack;

/** Receives a channel's past in the order of its day files; a post before its comments. */
public interface PastTalk {

    void post(PastPost post);

    void comment(PastComment comment);
}
