package org.parvis.demo;

import org.parvis.communities.CommunityId;

import java.util.List;

/** A community of the demo company, with everybody in it. */
record Group(String key, CommunityId id, boolean leisure, List<Colleague> members) {}
