package dev.stet.error;

import dev.stet.shown.Shown;

/** An argument breaks a rule on its form. Nothing was read or changed; call again with a value that meets the rule. */
public final class InvalidInputException extends StetException {
    private static final long serialVersionUID = 1L;

    private final String argument;

    /**
     * @param argument which argument, in words: {@code "label"}
     * @param expected the rule
     * @param found the value that breaks it; long ones are cut in the message
     */
    public InvalidInputException(String argument, String expected, String found) {
        super("The " + argument + " must be " + expected + ", but it is " + Shown.quoted(found) + ".");
        this.argument = argument;
    }

    /** Which argument, in words: {@code "label"}. */
    public String argument() {
        return argument;
    }
}
