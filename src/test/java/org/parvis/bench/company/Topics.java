package org.parvis.bench.company;

import org.parvis.platform.text.Topic;

import java.util.ArrayList;
import java.util.List;

/** What texts are about, numbered from 1; the first are named most. */
final class Topics {

    private static final List<String> WORDS = List.of(
            "sécurité",
            "lean",
            "formation",
            "Welding",
            "Q3",
            "sustainability",
            "pompes",
            "Robotik",
            "calidad",
            "audit",
            "5S",
            "energy",
            "recrutement",
            "hackathon",
            "CO2",
            "SAP",
            "maintenance",
            "ideas",
            "logistique",
            "Wartung",
            "customer",
            "innovation",
            "chantier2030",
            "running",
            "thankyou",
            "kaizen",
            "ISO9001",
            "onboarding",
            "telework",
            "cyber");

    private final List<Topic> all = new ArrayList<>();

    Topics() {
        WORDS.forEach(word -> add(word));
        for (var site : Country.SITES.subList(0, 60)) {
            for (var word : List.of("", "-news", "-help", "-2030")) {
                add(site.replaceAll("[^\\p{L}]", "") + word);
            }
        }
    }

    /** A number and its name. */
    int one(Draw draw) {
        return 1 + draw.early(all.size(), 3);
    }

    String name(int topic) {
        return all.get(topic - 1).name();
    }

    Rows rows(Blueprint company) {
        var rows = new Rows("topic", "id,name,folded,created_at");
        for (var n = 0; n < all.size(); n++) {
            rows.begin()
                    .number(n + 1)
                    .text(all.get(n).name())
                    .text(all.get(n).key())
                    .moment(company.start());
        }
        return rows;
    }

    private void add(String name) {
        Topic.of(name)
                .filter(topic -> all.stream().noneMatch(known -> known.key().equals(topic.key())))
                .ifPresent(all::add);
    }
}
