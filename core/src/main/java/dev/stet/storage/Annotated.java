package dev.stet.storage;

import dev.stet.version.Annotation;

/** The new annotation of a version that is stored already. Nothing else of a stored version ever changes. */
public record Annotated(long version, Annotation annotation) {}
