package org.parvis.imports;

import org.parvis.platform.command.Command;
import org.parvis.platform.i18n.Messages;
import org.parvis.platform.settings.Refusal;
import org.parvis.platform.web.Conflict;
import org.springframework.stereotype.Component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code ./parvis import people FILE} and {@code ./parvis import slack PATH}. */
@Component
class ImportCommand implements Command {

    private static final int USAGE = 64;

    private final List<ImportKind> kinds;
    private final Messages messages;

    ImportCommand(List<ImportKind> kinds, Messages messages) {
        this.kinds = kinds;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        var kind = kinds.stream()
                .filter(known -> !words.isEmpty() && known.name().equals(words.getFirst()))
                .findFirst();
        if (kind.isEmpty()) {
            return usage();
        }
        words.removeFirst();
        var force = words.remove("--force");
        var dryRun = words.remove("--dry-run");
        var source = source(words, kind.get().source());
        return words.size() == 1 && !words.getFirst().startsWith("--")
                ? run(kind.get(), new ImportKind.Order(Path.of(words.getFirst()), source, force, dryRun))
                : usage();
    }

    private int run(ImportKind kind, ImportKind.Order order) {
        try {
            return kind.run(order);
        } catch (Conflict busy) {
            throw new Refusal(messages.text(Locale.ENGLISH, String.valueOf(busy.getMessage())));
        } catch (UnreadableFile unreadable) {
            System.err.println(order.path() + ": "
                    + messages.text(
                            Locale.ENGLISH,
                            unreadable.code(),
                            unreadable.arguments().toArray()));
            return ImportState.UNREADABLE.exitCode();
        }
    }

    private static String source(List<String> words, String otherwise) {
        var at = words.indexOf("--source");
        if (at < 0) {
            return otherwise;
        } else if (at + 1 == words.size()
                || words.get(at + 1).isBlank()
                || words.get(at + 1).length() > 100) {
            throw new Refusal("--source needs a name of at most 100 characters.");
        }
        words.remove(at);
        return words.remove(at);
    }

    private int usage() {
        System.err.println("""
                Usage: ./parvis import people FILE [--source NAME] [--force] [--dry-run]
                       ./parvis import slack PATH [--source NAME] [--dry-run]""");
        return USAGE;
    }
}
