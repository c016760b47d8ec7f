package dev.stet.storage;

import dev.stet.error.StetException;

/** The store could not be asked. A change that throws this was not made; it is safe to call again. */
public class StorageException extends StetException {
    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
