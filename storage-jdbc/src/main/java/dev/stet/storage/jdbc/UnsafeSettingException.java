package dev.stet.storage.jdbc;

import dev.stet.error.StetException;

/**
 * The database, or the connection to it, is set up so that an acknowledged change could be lost, or one text taken for
 * another. The message ends with what can be done; where a change could be lost, {@link Durability#AS_CONFIGURED} accepts it.
 */
public final class UnsafeSettingException extends StetException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    UnsafeSettingException(String setting, String expected, String found, String why) {
        this(setting, expected, found, why, "Change it, or accept that with durability(Durability.AS_CONFIGURED).");
    }

    UnsafeSettingException(String setting, String expected, String found, String why, String cure) {
        super("The setting " + setting + " must be " + expected + ", but it is " + found + ": " + why + ". " + cure);
        this.setting = setting;
    }

    /** The name of the setting. */
    public String setting() {
        return setting;
    }
}
