package org.parvis.imports;

import org.parvis.communities.CommunityId;
import org.parvis.imports.slack.SlackChannel;
import org.parvis.imports.slack.SlackNames;
import org.parvis.people.PastPeople;
import org.parvis.platform.text.Mentions;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What people and channels of Slack are called here, and where a channel went. */
final class SlackPlaces implements SlackNames {

    private final Map<String, PastPeople.Found> people;
    private final Map<String, CommunityId> communities = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final String privateChannel;

    /** @param privateChannel what is said where a text names one: its own name is for its members */
    SlackPlaces(Map<String, PastPeople.Found> people, String privateChannel) {
        this.people = people;
        this.privateChannel = privateChannel;
    }

    void add(SlackChannel channel, CommunityId community) {
        communities.put(channel.id(), community);
        names.put(channel.id(), channel.invitationOnly() ? privateChannel : "#" + channel.name());
    }

    CommunityId community(SlackChannel channel) {
        return Objects.requireNonNull(communities.get(channel.id()));
    }

    @Override
    public String person(String slackUserId) {
        var found = people.get(Clean.key(slackUserId));
        return found == null
                ? "@" + literal(slackUserId)
                : Mentions.written(found.id().value(), found.name());
    }

    @Override
    public String channel(String slackChannelId) {
        var community = communities.get(slackChannelId);
        return community == null
                ? "\\#" + literal(slackChannelId)
                : "[%s](/communities/%s)".formatted(literal(names.getOrDefault(slackChannelId, "")), community);
    }

    private static String literal(String words) {
        return words.replaceAll("([\\\\\\[\\]*_`<>~&#!])", "\\\\$1");
    }
}
