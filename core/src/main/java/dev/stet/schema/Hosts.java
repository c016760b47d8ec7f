package dev.stet.schema;

import com.networknt.schema.format.IdnHostnameFormat;
import dev.stet.pattern.Pattern;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Names of hosts (RFC 1123, RFC 5890 to 5893), and the mail addresses that end with one (RFC 5321, RFC 6531). */
final class Hosts {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_MAILBOX = 64;
    private static final String ENCODED = "xn--";
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final String DOTS = "[.\\u3002\\uff0e\\uff61]";

    private static final String LABEL = "[a-zA-Z0-9]([a-zA-Z0-9\\-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern NAME = Pattern.whole(LABEL + "(\\." + LABEL + ")*");
    private static final Pattern MAILBOX = mailbox("");
    private static final Pattern INTERNATIONAL_MAILBOX = mailbox("\\u{80}-\\u{10ffff}");

    /** The directions of a label's characters, a letter for each, as RFC 5893 wants them when one is written to the left. */
    private static final Pattern BIDIRECTIONAL =
            Pattern.whole("(?!.*E.*N|.*N.*E)[RA][RANESCTOBM]*[RANE]M*|[RA]M*|L([LESCTOBM]*[LE])?M*");

    private static final IdnHostnameFormat INTERNATIONAL = new IdnHostnameFormat();

    private Hosts() {}

    static boolean isName(String text, Budget budget) {
        if (text.length() > LONGEST_NAME || !NAME.isIn(text, budget::charge)) {
            return false;
        }
        return !text.toLowerCase(Locale.ROOT).contains(ENCODED) || isInternationalName(text, budget);
    }

    static boolean isInternationalName(String text, Budget budget) {
        if (text.length() > LONGEST_NAME) {
            return false;
        }
        List<String> labels = new ArrayList<>();
        for (String label : text.split(DOTS, -1)) {
            Optional<String> written = written(label);
            if (written.isEmpty()) {
                return false;
            }
            labels.add(written.get());
        }
        String name = String.join(".", labels);
        return INTERNATIONAL.matches(budget, name) && isWrittenOneWay(labels, budget);
    }

    /** A label in its own script; nothing when it is empty, or encoded without need or wrongly. */
    private static Optional<String> written(String label) {
        if (!label.toLowerCase(Locale.ROOT).startsWith(ENCODED)) {
            return Optional.of(label).filter(some -> !some.isEmpty());
        }
        return Punycode.decoded(label.substring(ENCODED.length()))
                .filter(decoded -> decoded.codePoints().anyMatch(character -> character >= FIRST_BEYOND_ASCII))
                .filter(decoded -> !decoded.startsWith(ENCODED));
    }

    private static boolean isWrittenOneWay(List<String> labels, Budget budget) {
        List<String> directions = new ArrayList<>();
        for (String label : labels) {
            StringBuilder letters = new StringBuilder();
            label.codePoints().forEach(character -> letters.append(direction(character)));
            directions.add(letters.toString());
        }
        boolean left = directions.stream().anyMatch(letters -> letters.matches(".*[RAN].*"));
        return !left || directions.stream().allMatch(letters -> BIDIRECTIONAL.isIn(letters, budget::charge));
    }

    private static char direction(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> 'L';
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT -> 'R';
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> 'A';
            case Character.DIRECTIONALITY_ARABIC_NUMBER -> 'N';
            case Character.DIRECTIONALITY_EUROPEAN_NUMBER -> 'E';
            case Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR -> 'S';
            case Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR -> 'C';
            case Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR -> 'T';
            case Character.DIRECTIONALITY_OTHER_NEUTRALS -> 'O';
            case Character.DIRECTIONALITY_BOUNDARY_NEUTRAL -> 'B';
            case Character.DIRECTIONALITY_NONSPACING_MARK -> 'M';
            default -> '?';
        };
    }

    /** @param address what an address in brackets has to meet, by the kind of it */
    static boolean isMail(String text, Budget budget, BiPredicate<String, Budget> address) {
        return isMail(text, budget, MAILBOX, address, Hosts::isName);
    }

    static boolean isInternationalMail(String text, Budget budget, BiPredicate<String, Budget> address) {
        return isMail(text, budget, INTERNATIONAL_MAILBOX, address, Hosts::isInternationalName);
    }

    private static boolean isMail(
            String text,
            Budget budget,
            Pattern mailbox,
            BiPredicate<String, Budget> address,
            BiPredicate<String, Budget> name) {
        int at = text.lastIndexOf('@');
        if (at < 0 || text.substring(0, at).getBytes(StandardCharsets.UTF_8).length > LONGEST_MAILBOX) {
            return false;
        }
        String host = Normalizer.normalize(text.substring(at + 1), Normalizer.Form.NFC);
        boolean addressed = host.startsWith("[") && host.endsWith("]");
        return mailbox.isIn(text.substring(0, at), budget::charge)
                && (addressed ? address.test(host.substring(1, host.length() - 1), budget) : name.test(host, budget));
    }

    private static Pattern mailbox(String beyond) {
        String atom = "[A-Za-z0-9!#$%&'*+\\-/=?^_`{|}~" + beyond + "]+";
        String quoted = "\"([\\x20\\x21\\x23-\\x5b\\x5d-\\x7e" + beyond + "]|\\\\[\\x20-\\x7e])*\"";
        return Pattern.whole(atom + "(\\." + atom + ")*|" + quoted);
    }
}
