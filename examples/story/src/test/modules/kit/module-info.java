module host.kit {
    requires dev.stet.storage.tck;
    requires dev.stet.storage.memory;
}
