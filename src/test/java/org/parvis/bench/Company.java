package org.parvis.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The directory of a company that does not exist; the same people for the same seed. */
final class Company {

    private static final List<Region> REGIONS = List.of(
            new Region(
                    "FR",
                    "Le Creusot,Saint-Étienne,Lyon,Nantes,Grenoble,Dunkerque",
                    "Sophie,Camille,Jean-Luc,Élodie,Hélène,François,Anaïs,Théo,Maëlys,Bruno,Zoé,Aurélie",
                    "Laurent,Lefèvre,Tessier,Garnier,Girard,d’Almeida,Le Goff,Bélanger,Rousseau,Fauré,Noël,Perrin"),
            new Region(
                    "MX",
                    "Monterrey,Querétaro,Puebla",
                    "Lucía,Ana,José,María José,Íñigo,Ximena,Raúl,Begoña,Andrés,Sofía",
                    "Moreno,Núñez,García Márquez,Hernández,Peña,Ibáñez,de la Cruz,Ortiz,Gutiérrez"),
            new Region(
                    "IN",
                    "Pune,Chennai,Coimbatore",
                    "Priya,Ananya,Rohan,Arjun,Lakshmi,Deepika,Vikram,Sanjay,अनिता,राहुल",
                    "Nair,Iyer,Deshpande,Kulkarni,Rao,Subramaniam,Chatterjee,Patil,शर्मा,वर्मा"),
            new Region(
                    "MA",
                    "Casablanca,Tanger",
                    "Youssef,Nadia,Fatima-Zahra,Mehdi,Salma,Hicham,ليلى,كريم",
                    "El Amrani,Berrada,Benjelloun,Alaoui,Bennani,Tazi,العلوي,بناني"),
            new Region(
                    "PL",
                    "Wrocław,Łódź",
                    "Agnieszka,Paweł,Łukasz,Małgorzata,Grażyna,Krzysztof,Zofia",
                    "Wójcik,Kowalczyk,Dąbrowski,Zieliński,Żak,Król,Mazur"),
            new Region("JP", "大阪,横浜", "健一,陽子,美咲,大輔,翔太,恵", "佐藤,鈴木,高橋,田中,渡辺,小林"),
            new Region("GR", "Θεσσαλονίκη", "Γιώργος,Ελένη,Νίκος,Μαρία", "Παπαδόπουλος,Γεωργίου,Αγγελόπουλος"));

    private static final List<String> TITLES = List.of(
            "Fitter",
            "Process engineer",
            "Buyer",
            "Responsable qualité",
            "Machinist",
            "Welder",
            "Planner",
            "Accountant");

    private final Random random;

    Company(long seed) {
        random = new Random(seed);
    }

    /** A header, then a line for each; everybody but the first reports to somebody above them. */
    Iterable<String> lines(int people) {
        var header =
                "id;email;given name;family name;job title;department;organisation;site;country;phone;population;manager";
        return () -> Stream.concat(Stream.of(header), IntStream.range(0, people).mapToObj(this::line))
                .iterator();
    }

    private String line(int n) {
        var region = REGIONS.get(Math.min((int) Math.abs(random.nextGaussian() * 2.5), REGIONS.size() - 1));
        var site = random.nextInt(region.sites.size());
        return String.join(
                ";",
                "C" + n,
                "c%d@valmont-aubier.example".formatted(n),
                one(region.given),
                one(region.family) + (random.nextInt(4) == 0 ? " " + one(region.family) : ""),
                one(TITLES),
                "Department " + random.nextInt(300),
                "Company " + random.nextInt(12),
                region.sites.get(site),
                region.country,
                "+33 1 %07d".formatted(n),
                random.nextInt(5) < 2 ? "desk" : "field",
                n == 0 ? "" : "C" + (n - 1) / 9);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private record Region(String country, List<String> sites, List<String> given, List<String> family) {

        Region(String country, String sites, String given, String family) {
            this(country, split(sites), split(given), split(family));
        }

        private static List<String> split(String words) {
            return List.of(words.split(",", -1));
        }
    }
}
