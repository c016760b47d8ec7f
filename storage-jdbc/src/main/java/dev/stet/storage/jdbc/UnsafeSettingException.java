package dev.stet.storage.jdbc;

import dev.stet.error.StetException;

/**
 * The database, or the connection to it, is set up so that an acknowledged change could be lost. Change the setting, or
 * choose {@link Durability#AS_CONFIGURED}.
 */
public final class UnsafeSettingException extends StetException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    UnsafeSettingException(String setting, String expected, String found, String why) {
        super("The setting " + setting + " must be " + expected + ", but it is " + found + ": " + why
                + ". Change it, or accept that with durability(Durability.AS_CONFIGURED).");
        this.setting = setting;
    }

    /** The name of the setting. */
    public String setting() {
        return setting;
    }
}
