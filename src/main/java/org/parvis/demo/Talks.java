package org.parvis.demo;

import org.parvis.conversation.BroughtComment;
import org.parvis.conversation.BroughtPost;
import org.parvis.conversation.PastConversations;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the people of the demo company say to each other, in their communities and on their walls. */
@Component
class Talks {

    private final PastConversations conversations;
    private final Clock clock;

    Talks(PastConversations conversations, Clock clock) {
        this.conversations = conversations;
        this.clock = clock;
    }

    void hold(String source, Map<String, Colleague> staff, Map<String, Group> groups) {
        var moments = new Moments(clock.instant());
        var talks = files().parallelStream()
                .flatMap(file -> talks(file, staff, groups, moments))
                .sorted(Comparator.comparing(talk -> talk.post().at()))
                .toList();
        var posts = new ArrayList<BroughtPost>();
        var comments = new ArrayList<BroughtComment>();
        for (var talk : talks) {
            posts.add(talk.post());
            comments.addAll(talk.comments());
            if (posts.size() + comments.size() >= PastConversations.BATCH) {
                write(source, posts, comments);
            }
        }
        write(source, posts, comments);
    }

    private void write(String source, List<BroughtPost> posts, List<BroughtComment> comments) {
        var _ = conversations.write(source, posts, comments);
        posts.clear();
        comments.clear();
    }

    private static Stream<Talk> talks(
            String file, Map<String, Colleague> staff, Map<String, Group> groups, Moments moments) {
        var name = file.replace(".yaml", "");
        var group = name.startsWith("walls") ? null : Objects.requireNonNull(groups.get(name), name);
        var entries = Script.entries("conversations/" + file);
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new Talk(name + "/" + (i + 1), entries.get(i), group, staff, moments));
    }

    private static List<String> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath:demo/conversations/*.yaml"))
                    .map(Resource::getFilename)
                    .map(Objects::requireNonNull)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
