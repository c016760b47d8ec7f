/** Version control for an application's AI agents, embedded in the application. */
@SuppressWarnings("module") // The renderers, which check arguments by the same rules, are built later.
module dev.stet {
    requires com.github.benmanes.caffeine;
    requires com.networknt.schema;
    requires io.github.javadiffutils;
    requires transitive tools.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.stet;
    exports dev.stet.access;
    exports dev.stet.agent;
    exports dev.stet.content;
    exports dev.stet.diff;
    exports dev.stet.draft;
    exports dev.stet.environment;
    exports dev.stet.error;
    exports dev.stet.facts to
            dev.stet.storage.tck;
    exports dev.stet.input to
            dev.stet.render;
    exports dev.stet.merge;
    exports dev.stet.page;
    exports dev.stet.ref;
    exports dev.stet.retention;
    exports dev.stet.schema;
    exports dev.stet.shown;
    exports dev.stet.storage;
    exports dev.stet.version;
}
