package org.parvis.imports;

import org.parvis.platform.i18n.Messages;
import org.parvis.platform.network.Network;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;

/** An import's report on the console, in the network's language: figures on standard output, remarks on standard error. */
@Component
class PrintedReport {

    private static final int REMARKS = 20;

    private final Messages messages;
    private final Network network;

    PrintedReport(Messages messages, Network network) {
        this.messages = messages;
        this.network = network;
    }

    void print(ImportReport report) {
        var language = network.identity().map(Network.Identity::defaultLocale).orElse(Locale.getDefault());
        report.counts().forEach((name, count) -> System.out.println(figure(language, name, count)));
        report.remarks().stream()
                .limit(REMARKS)
                .map(remark -> remark(language, remark))
                .forEach(System.err::println);
        if (report.remarks().size() > REMARKS) {
            var more = report.remarks().size() - REMARKS;
            System.err.println(messages.text(language, "imports.more-remarks", more));
        }
        if (!report.problem().isEmpty()) {
            System.err.println(sentence(language, report.problem(), report.arguments()));
        }
    }

    // A figure's message either holds the number or only names it.
    private String figure(Locale language, String name, long count) {
        var text = messages.text(language, "imports.count." + name, count);
        return text.chars().anyMatch(Character::isDigit) ? text : text + ": " + count;
    }

    private String remark(Locale language, Remark remark) {
        var said = sentence(language, remark.code(), remark.arguments());
        return remark.line() > 0 ? remark.line() + ": " + said : said;
    }

    // A stranger's file must not steer the terminal.
    private String sentence(Locale language, String code, List<String> arguments) {
        return messages.text(language, code, arguments.toArray()).replaceAll("\\p{Cntrl}", "?");
    }
}
