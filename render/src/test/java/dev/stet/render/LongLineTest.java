package dev.stet.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stet.content.Content;
import dev.stet.content.ContentLimits;
import dev.stet.diff.Diff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A changed line of 4 MB is shown in a JVM of its own, with less than 256 MB of heap. */
class LongLineTest {
    private static final int LENGTH = 4 << 20;
    private static final Pattern MARKS = Pattern.compile("<mark>|<span class=\"cut\">");
    private static final ContentLimits LIMITS = new ContentLimits(64, 2 * LENGTH, 1_000);

    @Test
    void aLineOfFourMegabytesIsShownInLittleHeap() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), said);
        assertTrue(said.endsWith("shown\n"), said);
    }

    /** What runs in little heap: one word changed, one in a hundred, and all of them; in words, and in characters without any. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            String words = text(1, " ");
            String letters = text(2, "");
            String others = words.replaceAll(" [0-9]\\w*9 ", " nine ");
            show(words + "name" + words.substring(5), words + "birthday" + words.substring(5), 2);
            show(letters + "!" + letters, letters + "?" + letters, 2);
            show(words, others, 10);
            show(words, text(3, " "), 1);
            show(
                    "、".repeat(LENGTH / 6) + "a" + "。".repeat(LENGTH / 6),
                    "、".repeat(LENGTH / 6) + "b" + "。".repeat(LENGTH / 6),
                    2);
            System.out.println("shown");
        }

        private static String text(int seed, String between) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder();
            while (text.length() < LENGTH / 2) {
                text.append(Integer.toString(random.nextInt(), 36)).append(between);
            }
            return text.toString();
        }

        private static void show(String from, String to, int marks) {
            Diff diff = Diff.between(content(from), content(to));
            String page = HtmlPage.of(diff, "Long").html();
            String text = UnifiedText.PLAIN.of(diff);
            long marked = MARKS.matcher(page).results().count();
            if (marked < marks || page.length() / 10 > LENGTH || text.length() > LENGTH) {
                throw new AssertionError(marked + " marks, " + page.length() + " and " + text.length() + " characters");
            }
        }

        private static Content content(String text) {
            byte[] json = ("{\"p\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
            return Content.parse(json, LIMITS);
        }
    }
}
