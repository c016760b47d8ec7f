package dev.stet.storage.jdbc.operation;

import dev.stet.Workspace;
import java.util.function.Function;

/**
 * One call of the public API.
 *
 * @param name for people
 * @param call makes it and returns its outcome
 */
public record Operation(String name, Function<Workspace, Object> call) {
    public Object on(Workspace workspace) {
        return call.apply(workspace);
    }

    @Override
    public String toString() {
        return name;
    }
}
