package dev.stet.pattern;

import java.util.BitSet;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * One search through one text. Each program is carried out once, over the whole text, all its ways at the same time: at each
 * place a step is visited at most once, so the work is the length of the text by the size of the pattern, at most.
 */
final class Search {

    private static final int A_CHARGE = 8;

    private final String text;
    private final LongConsumer charged;
    private final BitSet[] tables;
    private long done;

    Search(String text, int tables, LongConsumer charged) {
        this.text = text;
        this.tables = new BitSet[tables];
        this.charged = charged;
    }

    /** Whether the last of these, which may ask the tables of those before it, matches anywhere. */
    boolean finds(List<Program> programs) {
        int last = programs.size() - 1;
        for (int i = 0; i < last; i++) {
            tables[i] = new Sweep(programs.get(i), false).places();
        }
        return !new Sweep(programs.get(last), true).places().isEmpty();
    }

    private void work(long visits) {
        done += visits;
        if (done >= A_CHARGE) {
            charged.accept(done / A_CHARGE);
            done %= A_CHARGE;
        }
    }

    /** One program, over the text once. */
    private final class Sweep {
        private final Program program;
        private final boolean once;
        private final BitSet places = new BitSet();
        private final int[] visitedAt;
        private final int[] open;
        private int[] waiting;
        private int[] coming;
        private int waits;

        /** @param once whether one place is enough */
        Sweep(Program program, boolean once) {
            this.program = program;
            this.once = once;
            this.visitedAt = new int[program.size()];
            this.open = new int[2 * program.size() + 1];
            this.waiting = new int[program.size()];
            this.coming = new int[program.size()];
        }

        /** The places up to which, or from which on, the program matches. */
        BitSet places() {
            boolean backwards = program.isBackwards();
            int at = backwards ? text.length() : 0;
            int end = text.length() - at;
            int begun = at;
            while (true) {
                if (at == begun || !program.isAnchored()) {
                    visit(program.start(), at);
                }
                boolean found = once && !places.isEmpty();
                if (found || at == end || (waits == 0 && program.isAnchored())) {
                    return places;
                }
                int character = backwards ? text.codePointBefore(at) : text.codePointAt(at);
                at += (backwards ? -1 : 1) * Character.charCount(character);
                goOn(character, at);
            }
        }

        private void goOn(int character, int at) {
            int[] before = waiting;
            int count = waits;
            waiting = coming;
            coming = before;
            waits = 0;
            int looked = 1;
            for (int i = 0; i < count; i++) {
                Program.Step step = program.step(before[i]);
                Characters characters = step.characters();
                if (characters != null) {
                    looked += characters.size();
                    if (characters.contains(character)) {
                        visit(step.first(), at);
                    }
                }
            }
            work(looked);
        }

        /** Goes on from a step as far as possible without taking a character. */
        private void visit(int start, int at) {
            int depth = 0;
            int visits = 0;
            open[depth++] = start;
            while (depth > 0) {
                int next = open[--depth];
                if (visitedAt[next] == at + 1) {
                    continue;
                }
                visitedAt[next] = at + 1;
                visits++;
                Program.Step step = program.step(next);
                switch (step.kind()) {
                    case ONE -> waiting[waits++] = next;
                    case MATCH -> places.set(at);
                    case BOTH -> {
                        open[depth++] = step.first();
                        open[depth++] = step.second();
                    }
                    case EDGE -> {
                        if (isAt(step, at)) {
                            open[depth++] = step.first();
                        }
                    }
                    case LOOK -> {
                        if (tables[step.second()].get(at) == step.holds()) {
                            open[depth++] = step.first();
                        }
                    }
                }
            }
            work(visits);
        }

        private boolean isAt(Program.Step step, int at) {
            Node.Edge edge = step.edge();
            if (edge == null) {
                return false;
            }
            return switch (edge) {
                case START -> at == 0;
                case END -> at == text.length();
                case LINE_START -> at == 0 || Characters.LINE_ENDS.contains(text.charAt(at - 1));
                case LINE_END -> at == text.length() || Characters.LINE_ENDS.contains(text.charAt(at));
                case WORD -> isWord(at - 1) != isWord(at);
                case NO_WORD -> isWord(at - 1) == isWord(at);
            };
        }

        private boolean isWord(int at) {
            return at >= 0 && at < text.length() && Characters.WORD.contains(text.charAt(at));
        }
    }
}
