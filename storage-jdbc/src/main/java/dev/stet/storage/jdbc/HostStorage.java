package dev.stet.storage.jdbc;

import dev.stet.storage.JoinedStorage;

/** The store on a connection of the host's. */
final class HostStorage extends TableStorage implements JoinedStorage {
    HostStorage(Connections connections, StoreSql sql) {
        super(connections, sql);
    }
}
