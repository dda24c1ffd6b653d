package org.parvis.platform.backup;

import org.parvis.platform.command.Command;
import org.parvis.platform.database.DataFolder;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.List;

/** The end of a restore: what it began stands before the schema is brought up to date, see {@link Migrations}. */
@Component
class RestoreCommand implements Command {

    private final List<AfterRestore> steps;
    private final DataFolder folder;

    RestoreCommand(List<AfterRestore> steps, DataFolder folder) {
        this.steps = steps;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public int run(List<String> arguments) throws IOException {
        steps.forEach(AfterRestore::afterRestore);
        RestoreMark.remove(folder);
        System.err.printf("Restored %s into %s.%n", arguments.getFirst(), folder.path());
        return 0;
    }
}
