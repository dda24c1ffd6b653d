package org.parvis.imports.people;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a column of a directory may hold, and the headers it is known by in English and French, the surest first. A
 * header is compared by its letters and digits alone, without accents or case.
 */
enum Column {
    ID(
            "external id",
            "employee id",
            "employee number",
            "personnel number",
            "staff id",
            "staff number",
            "person id",
            "user id",
            "matricule",
            "numéro matricule",
            "numéro d’employé",
            "numéro de salarié",
            "identifiant",
            "identifiant externe",
            "id salarié",
            "id agent",
            "post unique reference",
            "unique reference",
            "uid",
            "id",
            "reference",
            "référence",
            "login",
            "username",
            "user name"),
    EMAIL(
            "work email",
            "work e-mail",
            "email",
            "e-mail",
            "email address",
            "e-mail address",
            "contact e-mail",
            "contact email",
            "mail",
            "business email",
            "courriel",
            "courriel professionnel",
            "adresse électronique",
            "adresse e-mail",
            "adresse mail",
            "adresse courriel",
            "mél",
            "mail professionnel",
            "email professionnel",
            "adresse de messagerie",
            "user principal name"),
    FULL_NAME(
            "full name",
            "name",
            "display name",
            "nom complet",
            "nom et prénom",
            "nom prénom",
            "prénom nom",
            "prénom et nom",
            "nom affiché",
            "employee name",
            "person",
            "personne",
            "collaborateur",
            "salarié",
            "agent",
            "employee",
            "cn"),
    GIVEN_NAME("given name", "first name", "forename", "prénom", "prénom usuel", "prénom(s)", "firstname"),
    FAMILY_NAME(
            "family name",
            "last name",
            "surname",
            "nom de famille",
            "nom d’usage",
            "nom usuel",
            "nom patronymique",
            "nom",
            "sn"),
    JOB_TITLE(
            "job title",
            "position title",
            "title",
            "intitulé de poste",
            "intitulé du poste",
            "libellé du poste",
            "libellé de poste",
            "fonction",
            "emploi",
            "métier",
            "poste",
            "poste occupé",
            "position",
            "job",
            "role",
            "titre"),
    DEPARTMENT("department", "dept", "département", "direction", "service", "division", "parent department", "pôle"),
    ORGANISATION(
            "organisation",
            "organization",
            "company",
            "société",
            "entreprise",
            "entité",
            "entity",
            "legal entity",
            "entité juridique",
            "employer",
            "employeur",
            "établissement",
            "filiale",
            "organisme"),
    UNIT(
            "unit",
            "business unit",
            "organisational unit",
            "organizational unit",
            "team",
            "unité",
            "unité organisationnelle",
            "équipe",
            "bureau d’affectation",
            "cellule"),
    SITE(
            "site",
            "location",
            "office",
            "office location",
            "work location",
            "workplace",
            "lieu de travail",
            "lieu",
            "localisation",
            "implantation",
            "agence",
            "city",
            "ville",
            "plant",
            "usine",
            "bâtiment"),
    COUNTRY("country", "country code", "pays", "code pays", "country/region", "nation"),
    PHONE(
            "phone",
            "phone number",
            "work phone",
            "business phone",
            "telephone",
            "telephone number",
            "contact phone",
            "téléphone",
            "tél",
            "numéro de téléphone",
            "téléphone professionnel",
            "téléphone fixe",
            "mobile",
            "mobile phone",
            "portable",
            "téléphone mobile",
            "téléphone portable",
            "tel"),
    LANGUAGE("language", "preferred language", "langue", "langue préférée", "lang", "locale"),
    TIME_ZONE("time zone", "tz", "fuseau horaire", "fuseau"),
    START_DATE(
            "start date",
            "hire date",
            "date of hire",
            "joining date",
            "entry date",
            "date d’entrée",
            "date d’embauche",
            "date d’arrivée",
            "date de début",
            "date entrée",
            "date embauche",
            "date arrivée",
            "embauche",
            "ancienneté depuis"),
    POPULATION("population", "worker type", "workforce", "type de population", "catégorie de personnel"),
    MANAGER(
            "manager id",
            "manager external id",
            "manager email",
            "manager e-mail",
            "manager",
            "line manager",
            "reports to",
            "reports to senior post",
            "supervisor",
            "supervisor id",
            "supervisor email",
            "responsable",
            "responsable hiérarchique",
            "id responsable",
            "matricule responsable",
            "matricule manager",
            "matricule du responsable",
            "courriel du responsable",
            "courriel responsable",
            "email responsable",
            "email manager",
            "supérieur hiérarchique",
            "supérieur",
            "n+1",
            "chef",
            "hiérarchique");

    private static final Map<String, Known> BY_HEADER = byHeader();

    private final List<String> headers;

    Column(String... headers) {
        this.headers = List.of(headers);
    }

    /** Which column a header names, and how surely: 0 is the surest. */
    record Known(Column column, int rank) {}

    static @Nullable Known known(String header) {
        return BY_HEADER.get(Words.letters(header));
    }

    private static Map<String, Known> byHeader() {
        var known = new HashMap<String, Known>();
        for (var column : values()) {
            for (int rank = 0; rank < column.headers.size(); rank++) {
                known.putIfAbsent(Words.letters(column.headers.get(rank)), new Known(column, rank));
            }
        }
        return Map.copyOf(known);
    }
}
