/** The contract kit that every store of Stet passes. Begin at {@link dev.stet.storage.tck.StorageContract}. */
module dev.stet.storage.tck {
    requires transitive dev.stet;
    requires transitive net.jqwik.api;
    requires static transitive org.jspecify;
    requires transitive org.junit.jupiter.api;

    exports dev.stet.storage.tck;

    // The engines run tests and call providers that are not public.
    opens dev.stet.storage.tck;
}
