package dev.stet.examples;

/** The quickstart was asked for something that it cannot do; the message says what it can. */
final class WrongUse extends Exception {
    private static final long serialVersionUID = 1L;

    WrongUse(String message) {
        super(message);
    }

    WrongUse(String message, Throwable cause) {
        super(message, cause);
    }
}
