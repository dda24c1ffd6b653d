package org.parvis.bench.company;

/** What a company is made of: what all of what is said there has in common. */
record World(
        Blueprint company,
        Staff staff,
        Places places,
        Topics topics,
        Phrases phrases,
        Rhythm rhythm,
        Volume volume,
        Months months) {

    static World of(Blueprint company) {
        var staff = new Staff(company);
        return new World(
                company,
                staff,
                new Places(company, staff),
                new Topics(),
                new Phrases(),
                new Rhythm(company),
                new Volume(company),
                new Months(company));
    }
}
