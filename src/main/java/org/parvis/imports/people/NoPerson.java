package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Why a row is no person: directories write many things where a name should be. */
public enum NoPerson {
    NO_NAME,
    VACANT,
    ELIMINATED,
    NOT_DISCLOSED,
    /** Named, but gone: disabled, inactive, retired. */
    LEFT;

    private static final Map<NoPerson, Set<String>> SAID = Map.of(
            VACANT,
            Set.of(
                    "vacant",
                    "vacante",
                    "vacancy",
                    "vacance",
                    "gapped",
                    "tbc",
                    "tba",
                    "tbd",
                    "not in post",
                    "unfilled",
                    "no one",
                    "nobody",
                    "personne",
                    "inoccupe",
                    "poste libre",
                    "sans titulaire",
                    "recrutement en cours",
                    "en cours de recrutement",
                    "a recruter",
                    "recruiting",
                    "open post",
                    "open position",
                    "in recruitment",
                    "awaiting appointment",
                    "non pourvu",
                    "poste non pourvu"),
            ELIMINATED,
            Set.of(
                    "eliminated",
                    "post eliminated",
                    "abolished",
                    "post abolished",
                    "deleted",
                    "post deleted",
                    "post closed",
                    "supprime",
                    "supprimee",
                    "poste supprime",
                    "elimine",
                    "poste elimine",
                    "ferme",
                    "poste ferme",
                    "removed",
                    "post removed"),
            NOT_DISCLOSED,
            Set.of(
                    "n d",
                    "n a",
                    "n c",
                    "nd",
                    "nc",
                    "not disclosed",
                    "not available",
                    "not applicable",
                    "undisclosed",
                    "withheld",
                    "redacted",
                    "confidential",
                    "confidentiel",
                    "non communique",
                    "non renseigne",
                    "non disponible",
                    "non divulgue",
                    "sans objet",
                    "neant",
                    "none",
                    "null",
                    "nil",
                    "unknown",
                    "inconnu",
                    "inconnue",
                    "anonymous",
                    "anonyme",
                    "xxx",
                    "xx",
                    "x"));
    // Fewer than for names: NC is a country, None a town.
    private static final Set<String> NOTHING = Set.of(
            "n d",
            "n a",
            "n c",
            "null",
            "not disclosed",
            "not available",
            "not applicable",
            "non communique",
            "non renseigne",
            "non disponible",
            "sans objet");
    private static final List<String> VACANT_BEGINNINGS = List.of(
            "vacant ",
            "vacante ",
            "vacancy ",
            "poste vacant",
            "post vacant",
            "a pourvoir",
            "poste a pourvoir",
            "to be appointed",
            "to be confirmed",
            "to be advised",
            "to be announced",
            "to be determined",
            "to be recruited",
            "to be filled",
            "a designer",
            "a nommer",
            "a definir",
            "a confirmer",
            "recrutement ");

    static @Nullable NoPerson in(String name) {
        var words = Words.plain(name);
        if (words.chars().noneMatch(Character::isLetter)) {
            return NO_NAME;
        } else if (VACANT_BEGINNINGS.stream().anyMatch(words::startsWith)) {
            return VACANT;
        } else {
            return SAID.entrySet().stream()
                    .filter(said -> said.getValue().contains(words))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Whether a value only says that there is none. */
    static boolean saysNothing(String value) {
        // Asked of every value of every row: a glance at the first letter spares nearly all of them the rest.
        int first = value.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .findFirst()
                .orElse(-1);
        return first < 0 || (first == 'n' || first == 's') && NOTHING.contains(Words.plain(value));
    }

    /** The message key of the remark on such a row. */
    String code() {
        return "imports.line.no-person." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
