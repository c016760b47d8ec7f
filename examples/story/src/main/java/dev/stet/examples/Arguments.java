package dev.stet.examples;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the quickstart was asked for.
 *
 * @param store where agents are kept; in memory when empty
 * @param folder what to import; when empty, the story is told
 */
record Arguments(Optional<String> store, Optional<String> folder) {
    private static final String OPTION = "--";
    private static final String STORE = "--store";

    /** Reads {@code [--store STORE] [FOLDER]}, in either order. */
    static Arguments of(String... given) throws WrongUse {
        Deque<String> words = new ArrayDeque<>(List.of(given));
        List<String> stores = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        while (!words.isEmpty()) {
            String word = words.remove();
            if (word.startsWith(OPTION)) {
                stores.add(store(word, words));
            } else {
                folders.add(word);
            }
        }
        if (stores.size() > 1) {
            throw new WrongUse("Give --store once: a run keeps its agents in one place.");
        }
        if (folders.size() > 1) {
            throw new WrongUse("Give one folder of JSON files, or nothing for the story.");
        }
        return new Arguments(stores.stream().findFirst(), folders.stream().findFirst());
    }

    /** The value of {@code --store STORE} or {@code --store=STORE}. */
    private static String store(String option, Deque<String> rest) throws WrongUse {
        if (option.startsWith(STORE + "=")) {
            return option.substring(STORE.length() + 1);
        }
        if (!option.equals(STORE)) {
            throw new WrongUse("There is no option “" + option + "”. The only one is --store STORE.");
        }
        if (rest.isEmpty() || rest.element().startsWith(OPTION)) {
            throw new WrongUse("Option --store must be followed by a store: " + Address.FORMS + ".");
        }
        return rest.remove();
    }
}
