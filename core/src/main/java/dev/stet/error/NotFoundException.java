package dev.stet.error;

/** The thing named in the call does not exist where the call looked for it. */
public final class NotFoundException extends StetException {
    private static final long serialVersionUID = 1L;

    private final String what;

    /**
     * @param what the missing thing with its name: {@code "version 7"}
     * @param where what it was looked for in: {@code "agent acme/front-desk"}
     */
    public NotFoundException(String what, String where) {
        super("There is no " + what + " in " + where + ". Check the name, and the workspace it was asked for in.");
        this.what = what;
    }

    /** The missing thing with its name, as {@code "version 7"}. */
    public String what() {
        return what;
    }
}
