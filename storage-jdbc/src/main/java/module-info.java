/** The store of Stet in the host's database, over JDBC. */
module dev.stet.storage.jdbc {
    requires transitive dev.stet;
    requires transitive java.sql;
    requires transitive org.jdbi.v3.core;
    requires static transitive org.jspecify;

    exports dev.stet.storage.jdbc;
}
