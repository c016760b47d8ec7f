package dev.stet.storage.jdbc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what SQLite tells of a table by nothing but the statement that made it: the collations of its columns. */
final class Definitions {
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)--[^\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`" + "|\\[[^\\]]*\\]|\\w+|\\S");

    private Definitions() {}

    /** The collations that columns are declared with, in upper case, by the names of the columns in lower case. */
    static Map<String, String> collations(String createTable) {
        Map<String, String> collations = new HashMap<>();
        int depth = 0;
        String before = "";
        String column = "";
        boolean collates = false;
        for (String token : tokens(createTable)) {
            boolean begins = depth == 1 && (before.equals("(") || before.equals(","));
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            if (begins) {
                column = name(token);
            } else if (collates) {
                collations.put(column, name(token).toUpperCase(Locale.ROOT));
            }
            collates = depth == 1 && !begins && token.equalsIgnoreCase("COLLATE");
            before = token;
        }
        return collations;
    }

    private static List<String> tokens(String statement) {
        List<String> tokens = new ArrayList<>();
        Matcher found = TOKEN.matcher(statement);
        while (found.find()) {
            if (!found.group().startsWith("--") && !found.group().startsWith("/*")) {
                tokens.add(found.group());
            }
        }
        return tokens;
    }

    private static String name(String token) {
        return token.replaceAll("^[\"'`\\[]|[\"'`\\]]$", "").toLowerCase(Locale.ROOT);
    }
}
