package org.parvis.platform.backup;

/** What stands where in a backup, a zip file. */
final class Archive {

    static final String FORMAT = "1";

    /** Format and schema version, first. */
    static final String ABOUT = "parvis.properties";

    /** The columns of each table, in one file of properties. */
    static final String COLUMNS = "columns.properties";

    /** SQL that makes the partitions there were. */
    static final String PARTITIONS = "partitions.sql";

    /** SQL that sets the sequences; the last entry but the files. */
    static final String SEQUENCES = "sequences.sql";

    static final String TABLES = "tables/";
    static final String FILES = "files/";

    private Archive() {}
}
