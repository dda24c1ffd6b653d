package org.parvis.questions;

import java.util.List;

/** What waits for somebody's answer: the first few, the most urgent first, and how many in all, counted up to a hundred. */
public record Waiting(List<ToAnswer> first, int count) {}
