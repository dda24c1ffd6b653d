package org.parvis.imports;

import org.parvis.communities.Access;
import org.parvis.communities.BroughtCommunity;
import org.parvis.communities.PastCommunities;
import org.parvis.communities.Purpose;
import org.parvis.conversation.PastConversations;
import org.parvis.imports.slack.SlackChannel;
import org.parvis.imports.slack.SlackExport;
import org.parvis.people.BroughtPerson;
import org.parvis.people.PastPeople;
import org.parvis.people.PersonId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One import under way: people first, then the places, then what was said in each of them. */
final class SlackPast {

    private static final int PEOPLE_AT_ONCE = 500;
    private static final int CHANNELS_AT_ONCE = 100;
    private static final int MEMBERS_AT_ONCE = 1_000;

    private final SlackExport export;
    private final String source;
    private final PersonId owner;
    private final PastPeople pastPeople;
    private final PastCommunities communities;
    private final PastConversations conversations;
    private final SlackPlaces places;
    private final SlackCounts counts;
    private int told;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, PastPeople.Found> people = new LinkedHashMap<>();

    SlackPast(
            SlackExport export,
            String source,
            PersonId owner,
            PastPeople pastPeople,
            PastCommunities communities,
            PastConversations conversations,
            String privateChannel) {
        this.export = export;
        this.source = source;
        this.owner = owner;
        this.pastPeople = pastPeople;
        this.communities = communities;
        this.conversations = conversations;
        this.places = new SlackPlaces(people, privateChannel);
        this.counts = new SlackCounts(export);
    }

    void bring(Runnable progress) {
        var members = SlackMembers.of(export);
        members.sharedAddresses().forEach(address -> remarks.add(Remark.aboutFile("imports.slack.shared", address)));
        bringPeople(members.people());
        for (var some : someAtOnce(export.channels())) {
            makePlaces(some);
            progress.run();
        }
        try (var talk = new SlackTalk(this, progress)) {
            for (var channel : export.channels()) {
                export.tell(channel, places, talk.in(channel));
                told++;
            }
            talk.write();
        }
    }

    void bringPeople(List<BroughtPerson> brought) {
        for (int from = 0; from < brought.size(); from += PEOPLE_AT_ONCE) {
            var some = brought.subList(from, Math.min(from + PEOPLE_AT_ONCE, brought.size()));
            var found = pastPeople.bring(source, some);
            counts.newPeople(
                    found.values().stream().filter(PastPeople.Found::isNew).count());
            people.putAll(found);
        }
    }

    // Not too many communities at once, nor too many members: each lot is a transaction.
    private static List<List<SlackChannel>> someAtOnce(List<SlackChannel> channels) {
        var lots = new ArrayList<List<SlackChannel>>();
        int members = MEMBERS_AT_ONCE;
        for (var channel : channels) {
            members += channel.members().size();
            if (members >= MEMBERS_AT_ONCE || lots.getLast().size() == CHANNELS_AT_ONCE) {
                lots.add(new ArrayList<>());
                members = channel.members().size();
            }
            lots.getLast().add(channel);
        }
        return lots;
    }

    private void makePlaces(List<SlackChannel> channels) {
        var found =
                communities.bring(source, channels.stream().map(this::brought).toList());
        channels.forEach(channel -> {
            var place = Objects.requireNonNull(found.get(Clean.key(channel.id())));
            places.add(channel, place.id());
            counts.community(place.isNew(), place.members());
        });
    }

    private BroughtCommunity brought(SlackChannel channel) {
        var name = Clean.line(channel.name(), BroughtCommunity.NAME, Clean.key(channel.id()));
        if (!channel.invitationOnly() && !name.equals(channel.name())) {
            remarks.add(Remark.aboutFile("imports.slack.renamed", channel.id(), name));
        }
        return new BroughtCommunity(
                Clean.key(channel.id()),
                name,
                description(channel),
                Purpose.BUSINESS,
                channel.invitationOnly() ? Access.INVITATION : Access.OPEN,
                !channel.invitationOnly(),
                null,
                channel.created(),
                channel.archived(),
                List.of(owner(channel)),
                members(channel));
    }

    /** Somebody has to be able to look after it: a creator without an account could not. */
    private PersonId owner(SlackChannel channel) {
        var creator = channel.creator() == null ? null : people.get(Clean.key(channel.creator()));
        return creator != null && creator.colleague() ? creator.id() : owner;
    }

    private List<PersonId> members(SlackChannel channel) {
        return channel.members().stream()
                .map(Clean::key)
                .map(people::get)
                .filter(Objects::nonNull)
                .map(PastPeople.Found::id)
                .distinct()
                .toList();
    }

    private static String description(SlackChannel channel) {
        var words = Stream.of(channel.purpose(), channel.topic())
                .map(text -> text.replaceAll("<((?:https?|mailto):[^|<>]++)(?:\\|[^<>]*+)?>", "$1"))
                .map(text -> Clean.text(text, BroughtCommunity.DESCRIPTION))
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
        return Clean.text(String.join("\n\n", words), BroughtCommunity.DESCRIPTION);
    }

    /** How many channels have been told, of {@link #of}. */
    long done() {
        return told;
    }

    long of() {
        return export.channels().size();
    }

    Map<String, PastPeople.Found> people() {
        return people;
    }

    SlackPlaces places() {
        return places;
    }

    SlackCounts counted() {
        return counts;
    }

    String source() {
        return source;
    }

    PastCommunities communities() {
        return communities;
    }

    PastConversations conversations() {
        return conversations;
    }

    List<Remark> remarks() {
        return Stream.of(counts.leftOut(), remarks, export.remarks())
                .flatMap(List::stream)
                .toList();
    }

    Map<String, Long> counts() {
        var colleagues =
                people.values().stream().filter(PastPeople.Found::colleague).count();
        return counts.asMap(colleagues, people.size() - colleagues);
    }
}
