package dev.stet.schema;

import dev.stet.content.Finding;
import dev.stet.error.StetException;
import java.util.List;

public final class InvalidSchemaException extends StetException {
    private static final long serialVersionUID = 1L;
    private final transient List<Finding> findings;

    public InvalidSchemaException(List<Finding> findings) {
        super("x");
        this.findings = findings;
    }

    public List<Finding> findings() {
        return findings;
    }
}
