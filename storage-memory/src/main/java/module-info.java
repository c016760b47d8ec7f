/** The reference store of Stet, in memory: for tests, for trying things out, and for what may be lost. */
module dev.stet.storage.memory {
    requires transitive dev.stet;
    requires static transitive org.jspecify;
    requires org.pcollections;

    exports dev.stet.storage.memory;
}
