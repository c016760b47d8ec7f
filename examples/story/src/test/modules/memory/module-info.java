module host.memory {
    requires dev.stet.storage.memory;
}
