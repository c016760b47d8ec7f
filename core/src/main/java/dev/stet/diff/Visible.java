package dev.stet.diff;

/**
 * Text as people may be shown it: what would steer a terminal, or make text read in another order than it has, is written as
 * an escape. Tabulators and line breaks stay.
 */
final class Visible {

    private Visible() {}

    static String of(String text) {
        if (text.chars().noneMatch(Visible::isHidden)) {
            return text;
        }
        StringBuilder visible = new StringBuilder();
        text.chars().forEach(unit -> {
            if (isHidden(unit)) {
                visible.append("\\u%04x".formatted(unit));
            } else {
                visible.append((char) unit);
            }
        });
        return visible.toString();
    }

    private static boolean isHidden(int unit) {
        boolean control = Character.isISOControl(unit) && unit != '\t' && unit != '\n';
        boolean format = Character.getType(unit) == Character.FORMAT && unit != 0x200d;
        return control || format || unit == 0x2028 || unit == 0x2029;
    }
}
