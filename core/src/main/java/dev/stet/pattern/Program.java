package dev.stet.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a pattern as instructions, read along the text or against it. Places that depend on what is around, lookarounds, are
 * numbers of tables that are filled before.
 */
final class Program {

    enum Kind {
        /** Takes one character of a set, and goes on. */
        ONE,
        /** Goes on at both. */
        BOTH,
        /** Goes on only at a place. */
        EDGE,
        /** Goes on only where a table says so. */
        LOOK,
        /** Has matched. */
        MATCH
    }

    /** @param first what comes next; of {@link Kind#BOTH}, one of both
     * @param second the other one; of {@link Kind#LOOK}, which table */
    record Step(
            Kind kind,
            int first,
            int second,
            @Nullable Characters characters,
            Node.@Nullable Edge edge,
            boolean holds) {

        static Step both(int first, int second) {
            return new Step(Kind.BOTH, first, second, null, null, true);
        }
    }

    private final List<Step> steps;
    private final boolean backwards;
    private final boolean anchored;

    private Program(List<Step> steps, boolean backwards, boolean anchored) {
        this.steps = steps;
        this.backwards = backwards;
        this.anchored = anchored;
    }

    /** All programs of a pattern, each after those whose tables it asks; the last one is the pattern itself. */
    static List<Program> of(Node whole) {
        List<Program> programs = new ArrayList<>();
        new Compiler(programs, false).compile(whole);
        return programs;
    }

    Step step(int at) {
        return steps.get(at);
    }

    /** Where it begins is the last step. */
    int start() {
        return steps.size() - 1;
    }

    int size() {
        return steps.size();
    }

    /** Whether it reads the text from its end to its beginning. */
    boolean isBackwards() {
        return backwards;
    }

    /** Whether it can only match at the beginning of the text. */
    boolean isAnchored() {
        return anchored;
    }

    /** Writes steps from the last to the first, so that each knows what comes next. */
    private static final class Compiler {
        private final List<Program> programs;
        private final boolean backwards;
        private final List<Step> steps = new ArrayList<>();

        Compiler(List<Program> programs, boolean backwards) {
            this.programs = programs;
            this.backwards = backwards;
        }

        void compile(Node node) {
            int match = add(new Step(Kind.MATCH, 0, 0, null, null, true));
            int start = emit(node, match);
            if (start != steps.size() - 1) {
                add(Step.both(start, start));
            }
            programs.add(new Program(List.copyOf(steps), backwards, !backwards && isAnchored(node)));
        }

        private int add(Step step) {
            steps.add(step);
            return steps.size() - 1;
        }

        /** Adds what matches a part and then goes on; returns where it begins. */
        private int emit(Node node, int next) {
            if (node instanceof Node.One one) {
                return add(new Step(Kind.ONE, next, 0, one.characters(), null, true));
            }
            if (node instanceof Node.Row row) {
                return row(row.parts(), next);
            }
            if (node instanceof Node.Choice choice) {
                return choice(choice.parts(), next);
            }
            if (node instanceof Node.Repeat repeat) {
                return repeat(repeat, next);
            }
            if (node instanceof Node.Edge edge) {
                return add(new Step(Kind.EDGE, next, 0, null, edge, true));
            }
            if (node instanceof Node.Look look) {
                return look(look, next);
            }
            throw new UnreadableException(
                    "a pattern that takes linear time, found a backreference, which no linear engine can follow; write the"
                            + " pattern without it");
        }

        private int row(List<Node> parts, int next) {
            List<Node> order = new ArrayList<>(parts);
            if (!backwards) {
                Collections.reverse(order);
            }
            int at = next;
            for (Node part : order) {
                at = emit(part, at);
            }
            return at;
        }

        private int choice(List<Node> ways, int next) {
            int at = emit(ways.get(ways.size() - 1), next);
            for (int i = ways.size() - 2; i >= 0; i--) {
                at = add(Step.both(emit(ways.get(i), next), at));
            }
            return at;
        }

        private int repeat(Node.Repeat repeat, int next) {
            int at = next;
            if (repeat.most() == Node.Repeat.ENDLESS) {
                int again = add(Step.both(next, next));
                steps.set(again, Step.both(emit(repeat.part(), again), next));
                at = again;
            } else {
                for (int i = repeat.least(); i < repeat.most(); i++) {
                    at = add(Step.both(emit(repeat.part(), at), next));
                }
            }
            for (int i = 0; i < repeat.least(); i++) {
                at = emit(repeat.part(), at);
            }
            return at;
        }

        /** What is looked for ahead is read from the end of the text, so that one reading tells of all places. */
        private int look(Node.Look look, int next) {
            new Compiler(programs, look.ahead()).compile(look.part());
            return add(new Step(Kind.LOOK, next, programs.size() - 1, null, null, look.holds()));
        }

        private static boolean isAnchored(Node node) {
            if (node instanceof Node.Row row) {
                return row.parts().stream().anyMatch(Compiler::isAnchored);
            }
            return node == Node.Edge.START
                    || (node instanceof Node.Choice choice
                            && choice.parts().stream().allMatch(Compiler::isAnchored));
        }
    }
}
