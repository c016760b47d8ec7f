module host.jdbc {
    requires dev.stet.storage.jdbc;
}
