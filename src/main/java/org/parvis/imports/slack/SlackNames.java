package org.parvis.imports.slack;

/**
 * What stands in a text for a person or a channel of Slack: Markdown, put there as it is. Only the one who writes to
 * the database knows our ids.
 */
public interface SlackNames {

    String person(String slackUserId);

    String channel(String slackChannelId);
}
