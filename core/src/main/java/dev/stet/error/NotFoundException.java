package dev.stet.error;

/** The thing named in the call does not exist where the call looked for it. */
public final class NotFoundException extends StetException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final boolean dropped;

    /**
     * @param what the missing thing with its name: {@code "version 7"}
     * @param where what it was looked for in: {@code "agent acme/front-desk"}
     */
    public NotFoundException(String what, String where) {
        this(
                what,
                "There is no " + what + " in " + where + ". Check the name, and the workspace it was asked for in.",
                false);
    }

    private NotFoundException(String what, String message, boolean dropped) {
        super(message);
        this.what = what;
        this.dropped = dropped;
    }

    /** For what was there once, until the host's retention dropped it. */
    public static NotFoundException dropped(String what, String where) {
        String message = "There is no " + what + " in " + where
                + " any more: retention has dropped it. Ask for one that is still there.";
        return new NotFoundException(what, message, true);
    }

    /** Whether it was there once, until the host's retention dropped it. */
    public boolean dropped() {
        return dropped;
    }

    /** The missing thing with its name, as {@code "version 7"}. */
    public String what() {
        return what;
    }
}
