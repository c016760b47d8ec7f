package dev.stet.examples;

/** The colours and weights that terminals know (ECMA-48, "select graphic rendition"). */
enum Ink {
    BOLD(1),
    FAINT(2),
    RED(31),
    GREEN(32),
    YELLOW(33),
    BLUE(34),
    MAGENTA(35),
    CYAN(36);

    private static final String RESET = "\u001b[0m";

    private final int code;

    Ink(int code) {
        this.code = code;
    }

    String on(String text) {
        return "\u001b[" + code + "m" + text + RESET;
    }
}
