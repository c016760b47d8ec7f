module host.render {
    requires dev.stet.render;
}
