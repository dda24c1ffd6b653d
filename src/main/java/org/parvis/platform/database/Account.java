package org.parvis.platform.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.sun.security.auth.module.UnixSystem;
import org.parvis.platform.settings.Refusal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root lends it an account of its own; where that account cannot
 * reach the folders, a user namespace in which root has no rights.
 *
 * @param prefix what stands before a command
 * @param founding what stands before a command that needs an account with a name, as initdb does
 * @param owner the user id that owns the database's files, -1 where nothing is to be changed
 */
record Account(List<String> prefix, List<String> founding, int owner, int founder) {

    private static final int OWN = 54320;
    private static final int NOBODY = 65534;

    static Account reaching(Path data, PostgresSoftware software) {
        if (new UnixSystem().getUid() != 0) return new Account(List.of(), List.of(), -1, -1);
        return Stream.of(
                        new Account(changed(OWN), changed(NOBODY), OWN, NOBODY),
                        new Account(List.of("unshare", "-U", "--"), List.of("unshare", "-U", "--"), 0, 0))
                .filter(account -> account.canRun(software, data))
                .findFirst()
                .orElseThrow(() -> new Refusal("PostgreSQL does not run as root, and neither setpriv nor unshare can"
                        + " give it another account here; please start Parvis as an ordinary user."));
    }

    List<String> command(PostgresSoftware software, String program, String... arguments) {
        return line(prefix, software, program, arguments);
    }

    List<String> foundingCommand(PostgresSoftware software, String program, String... arguments) {
        return line(founding, software, program, arguments);
    }

    void own(Path tree) throws IOException {
        give(tree, owner);
    }

    void ownForFounding(Path tree) throws IOException {
        give(tree, founder);
    }

    private static List<String> changed(int user) {
        return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--");
    }

    private boolean canRun(PostgresSoftware software, Path data) {
        return succeeds(command(software, "postgres", "--version"))
                && succeeds(Stream.concat(prefix.stream(), Stream.of("test", "-x", data.toString()))
                        .toList());
    }

    private static boolean succeeds(List<String> command) {
        try {
            return Ran.of(command).succeeded();
        } catch (IOException notHere) {
            return false;
        }
    }

    private static List<String> line(
            List<String> prefix, PostgresSoftware software, String program, String... arguments) {
        var line = new ArrayList<>(prefix);
        line.add(software.program(program));
        line.addAll(List.of(arguments));
        return line;
    }

    private static void give(Path tree, int user) throws IOException {
        if (user < 0 || Files.getAttribute(tree, "unix:uid").equals(user)) return;
        try (var files = Files.walk(tree)) {
            for (var file : files.toList()) {
                // The top comes last to be right: it is what says that all below is.
                if (!file.equals(tree)) chown(file, user);
            }
            chown(tree, user);
        }
    }

    private static void chown(Path file, int user) throws IOException {
        Files.setAttribute(file, "unix:uid", user, NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", user, NOFOLLOW_LINKS);
    }
}
