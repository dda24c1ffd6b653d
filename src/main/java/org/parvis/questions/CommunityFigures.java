package org.parvis.questions;

import java.time.Duration;

/** How many of a hundred questions were answered in time, and how long half of the first answers took at most. */
public record CommunityFigures(int inTime, Duration median) {}
