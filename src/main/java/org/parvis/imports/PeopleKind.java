package org.parvis.imports;

import org.springframework.stereotype.Component;

/** {@code ./parvis import people FILE}. */
@Component
class PeopleKind implements ImportKind {

    private final PeopleImport people;
    private final PrintedReport printed;

    PeopleKind(PeopleImport people, PrintedReport printed) {
        this.people = people;
        this.printed = printed;
    }

    @Override
    public String name() {
        return PeopleImport.KIND;
    }

    @Override
    public String source() {
        return PeopleImport.SOURCE;
    }

    @Override
    public int run(Order order) {
        var name = String.valueOf(order.path().getFileName());
        var report = people.run(
                new PeopleImport.Order(order.path(), name, order.source(), order.force(), order.dryRun(), null),
                PeopleKind::tell);
        System.err.println();
        printed.print(report);
        return report.state().exitCode();
    }

    private static void tell(long done, long of) {
        System.err.print("\r" + done + " / " + of);
        System.err.flush();
    }
}
