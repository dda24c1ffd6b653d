package org.parvis.platform.web;

/** As of when pages are shown: what happens after this position is told to the open page. Asked before anything is read. */
public interface PagePosition {

    long now();
}
