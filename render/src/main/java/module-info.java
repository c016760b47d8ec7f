/** How people look at what changed: text for a terminal, and a page for a browser. */
module dev.stet.render {
    requires transitive dev.stet;
    requires static transitive org.jspecify;

    exports dev.stet.render;
}
