package org.parvis.platform.backup;

/** What has to be put right once the rows of a backup are in another database, before anything else reads them. */
@FunctionalInterface
public interface AfterRestore {

    void afterRestore();
}
