package org.parvis.imports.slack;

import org.parvis.imports.Remark;
import org.parvis.imports.UnreadableFile;
import tools.jackson.databind.JsonNode;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A workspace's export, a zip or a folder: its people, its channels, and each channel's past, one channel at a time.
 * Nothing is unpacked; of a channel only the day at hand is in memory.
 */
public final class SlackExport implements Closeable {

    private static final int MOST_REMARKS = 10_000;

    private final ExportFolder files;
    private final String root;
    private final SlackPeople people = new SlackPeople();
    private final Map<String, SlackChannel> channels = new LinkedHashMap<>();
    private final Map<String, TreeSet<String>> days = new TreeMap<>();
    private final Set<String> privateFolders = new HashSet<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final SlackTally tally = new SlackTally();
    private int directConversations;

    private SlackExport(ExportFolder files) {
        this.files = files;
        this.root = rootOf(files.names());
    }

    /** Opens an export, or throws {@link UnreadableFile} when it is none, or a trap. */
    public static SlackExport open(Path path) {
        try {
            var files = ExportFolder.of(path);
            try {
                var export = new SlackExport(files);
                export.readRecords();
                return export;
            } catch (RuntimeException e) {
                files.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<SlackUser> users() {
        return people.users();
    }

    public List<SlackChannel> channels() {
        return List.copyOf(channels.values());
    }

    public boolean hasMessages(SlackChannel channel) {
        return days.containsKey(folder(channel.name()));
    }

    /** Conversations of a few people among themselves: never imported, only counted, as are their messages. */
    public int directConversations() {
        return directConversations;
    }

    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** What has been read so far, over all channels. */
    public SlackTally tally() {
        return tally;
    }

    /** Hands out a channel's posts and comments. A broken day file costs its rest, not the channel. */
    public void tell(SlackChannel channel, SlackNames names, PastTalk talk) {
        var conversion = new Conversion(channel, people, names, tally, talk, this::remark);
        for (var file : days.getOrDefault(folder(channel.name()), new TreeSet<>())) {
            try {
                Json.elements(files.open(file), json -> conversion.take(new SlackMessage(json)));
            } catch (IOException e) {
                remark(Remark.aboutFile(
                        "imports.slack.bad-day", channel.label() + file.substring(file.lastIndexOf('/'))));
            }
        }
    }

    // Whoever zips the folder instead of its content puts one more folder around everything.
    private static String rootOf(Set<String> names) {
        return names.stream()
                .filter(name -> name.equals("channels.json")
                        || name.endsWith("/channels.json")
                        || name.equals("groups.json")
                        || name.endsWith("/groups.json"))
                .min((a, b) -> Integer.compare(depth(a), depth(b)))
                .map(name -> name.substring(0, name.lastIndexOf('/') + 1))
                .orElseThrow(() -> new UnreadableFile("imports.slack.no-export"));
    }

    private static int depth(String name) {
        return (int) name.chars().filter(c -> c == '/').count();
    }

    private void readRecords() {
        records("users.json", people::add);
        records("channels.json", json -> channel(json, false));
        records("groups.json", json -> channel(json, true));
        records("dms.json", this::direct);
        records("mpims.json", this::direct);
        files.names().forEach(this::placeDay);
        var known = channels.values().stream()
                .map(channel -> folder(channel.name()))
                .collect(Collectors.toSet());
        days.forEach((folder, files) -> {
            if (privateFolders.contains(folder)) {
                passOver("direct_message", files);
            } else if (!known.contains(folder)) {
                remark(Remark.aboutFile("imports.slack.unknown-folder", folder));
                passOver("no_channel", files);
            }
        });
    }

    private void passOver(String kind, Set<String> days) {
        for (var file : days) {
            try {
                tally.passedOver(kind, Json.count(files.open(file)));
            } catch (IOException e) {
                remark(Remark.aboutFile("imports.slack.bad-day", file));
            }
        }
    }

    private void records(String name, Consumer<JsonNode> each) {
        if (files.names().contains(root + name)) {
            try {
                Json.elements(files.open(root + name), each);
            } catch (IOException e) {
                throw new UnreadableFile("imports.slack.bad-json", name);
            }
        } else if (name.equals("users.json")) {
            remark(Remark.aboutFile("imports.slack.no-users"));
        }
    }

    private void channel(JsonNode json, boolean invitationOnly) {
        var id = Json.text(json, "id");
        var name = Json.text(json, "name");
        if (id == null || name == null) {
            remark(Remark.aboutFile("imports.slack.nameless-channel", id == null ? "?" : id));
        } else {
            channels.putIfAbsent(id, channel(id, name, json, invitationOnly));
        }
    }

    private static SlackChannel channel(String id, String name, JsonNode json, boolean invitationOnly) {
        var members = new ArrayList<String>();
        json.path("members").forEach(member -> members.add(member.asString("")));
        return new SlackChannel(
                id,
                name,
                SlackTimes.instant(Json.text(json, "created")),
                Json.text(json, "creator"),
                Json.yes(json, "is_archived"),
                invitationOnly || Json.yes(json, "is_private"),
                Json.yes(json, "is_general"),
                Mentions.unescaped(Json.textOrEmpty(json.path("purpose"), "value")),
                Mentions.unescaped(Json.textOrEmpty(json.path("topic"), "value")),
                List.copyOf(members));
    }

    private void direct(JsonNode json) {
        directConversations++;
        privateFolders.add(folder(Json.textOrEmpty(json, "id")));
        privateFolders.add(folder(Json.textOrEmpty(json, "name")));
    }

    private void placeDay(String file) {
        var inside = file.startsWith(root) ? file.substring(root.length()) : "";
        int slash = inside.indexOf('/');
        if (slash > 0 && slash == inside.lastIndexOf('/')) {
            days.computeIfAbsent(folder(inside.substring(0, slash)), name -> new TreeSet<>())
                    .add(file);
        }
    }

    // File systems spell the same accents in two ways.
    private static String folder(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private void remark(Remark remark) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(remark);
        }
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
