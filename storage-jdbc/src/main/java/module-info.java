/** The store of Stet in the host's database, over JDBC. */
module dev.stet.storage.jdbc {
    requires transitive dev.stet;
    // JDBI has types of it in its own, but no module descriptor that would say so.
    requires io.leangen.geantyref;
    requires transitive java.sql;
    requires transitive org.jdbi.v3.core;
    requires static transitive org.jspecify;

    exports dev.stet.storage.jdbc;
}
