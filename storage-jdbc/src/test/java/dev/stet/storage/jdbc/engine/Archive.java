package dev.stet.storage.jdbc.engine;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An archive on the class path.
 *
 * @param file where it lies
 */
record Archive(Path file) {
    private static final String SUFFIX = ".jar";

    /** The one that holds a resource. */
    static Archive with(String resource) {
        URL url = Objects.requireNonNull(Archive.class.getClassLoader().getResource(resource), resource);
        try {
            URI file = ((JarURLConnection) url.openConnection()).getJarFileURL().toURI();
            return new Archive(Path.of(file));
        } catch (IOException | URISyntaxException failure) {
            throw new IllegalStateException("no archive around " + url, failure);
        }
    }

    /** Its name with its version, so that what is made of it is made anew for another version. */
    String name() {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }
}
