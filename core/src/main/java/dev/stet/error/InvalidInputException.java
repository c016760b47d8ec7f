package dev.stet.error;

/** An argument breaks a rule on its form. Nothing was read or changed; call again with a value that meets the rule. */
public final class InvalidInputException extends StetException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 80;

    private final String argument;

    /**
     * @param argument which argument, in words: {@code "label"}
     * @param expected the rule
     * @param found the value that breaks it; long ones are cut in the message
     */
    public InvalidInputException(String argument, String expected, String found) {
        super("The " + argument + " must be " + expected + ", but it is " + quoted(found) + ".");
        this.argument = argument;
    }

    /** Which argument, in words: {@code "label"}. */
    public String argument() {
        return argument;
    }

    private static String quoted(String found) {
        String shown = found.length() <= SHOWN ? found : found.substring(0, SHOWN) + "… (" + found.length() + " chars)";
        return "'" + shown + "'";
    }
}
