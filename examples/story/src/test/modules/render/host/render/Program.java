package host.render;

import dev.stet.content.Content;
import dev.stet.diff.Diff;
import dev.stet.render.HtmlPage;
import dev.stet.render.UnifiedText;

/** A host without a store that shows what changed, as text and as a page. */
public final class Program {
    public static void main(String[] arguments) {
        Diff diff = Diff.between(Content.parse("{\"version\":\"version 0 runs\"}"), Content.parse("{\"version\":\"version 1 runs\"}"));
        if (HtmlPage.of(diff, "Versions").html().contains("version 0 runs")) {
            System.out.print(UnifiedText.PLAIN.of(diff));
        }
    }
}
