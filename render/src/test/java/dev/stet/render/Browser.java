package dev.stet.render;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window, and axe-core, where {@code .ci/browser} or somebody else brought them. */
final class Browser {
    private static final Path AXE = Path.of("src/test/browser/node_modules/axe-core/axe.min.js");
    private static final long PATIENCE_SECONDS = 60;

    /** Tells the window around the page what was found. */
    private static final String LOOK = """
            <script src="axe.min.js"></script>
            <script>
            addEventListener("load", async () => {
              const found = [];
              const result = await axe.run();
              result.violations.forEach(each => each.nodes.forEach(node => found.push(each.id + ": " + node.html)));
              if (result.passes.length < 15) found.push("axe looked at next to nothing");
              const wide = document.documentElement.scrollWidth;
              if (wide > innerWidth) found.push("wider than the window: " + wide + " > " + innerWidth);
              document.querySelectorAll("a").forEach(link => {
                if (!document.querySelector(link.getAttribute("href"))) found.push("leads nowhere: " + link.outerHTML);
              });
              parent.postMessage([innerWidth, matchMedia("(prefers-color-scheme: dark)").matches, ...found], "*");
            });
            </script>
            </head>""";

    /** A window is never narrower than 500 pixels: the page stands in a frame of one. */
    private static final String WINDOW = """
            <!doctype html>
            <meta name="color-scheme" content="light dark">
            <script>
            addEventListener("message", message => document.body.append("FOUND" + JSON.stringify(message.data)));
            </script>
            <body><iframe src="page.html" style="border: 0; height: 900px; width: WIDTHpx"></iframe></body>
            """;

    private final Path chromium;
    private final Path folder;

    private Browser(Path chromium, Path folder) {
        this.chromium = chromium;
        this.folder = folder;
    }

    /** A browser that keeps its files in a folder; empty where a part of it is not installed. */
    static Optional<Browser> find(Path folder) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(each -> Path.of(each, "chromium"))
                .filter(Files::isExecutable)
                .filter(each -> Files.isReadable(AXE))
                .findFirst()
                .map(each -> new Browser(each, folder));
    }

    /** The width, whether it was dark, and what axe-core and we find wrong with a page, as JSON. */
    String look(String page, int width, boolean dark) {
        try {
            Files.copy(AXE, folder.resolve("axe.min.js"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        // The policy of the page forbids scripts: what looks at it is one.
        String looking = page.replaceFirst("<meta http-equiv=[^>]*>", "").replaceFirst("</head>", LOOK);
        List<String> how = List.of(
                "--window-size=" + (width + 100) + ",1000",
                "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
                "--virtual-time-budget=20000",
                "--dump-dom");
        write("page.html", looking);
        String seen = run(write("window.html", WINDOW.replace("WIDTH", Integer.toString(width))), how);
        int found = seen.lastIndexOf("FOUND[");
        return found < 0 ? "nothing was looked at: " + seen : seen.substring(found + 5, seen.indexOf("</", found));
    }

    /** How many bytes a page is on paper. */
    long print(String page) {
        Path paper = folder.resolve("paper.pdf");
        run(write("page.html", page), List.of("--no-pdf-header-footer", "--print-to-pdf=" + paper));
        try {
            return Files.size(paper);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path write(String name, String page) {
        try {
            return Files.writeString(folder.resolve(name), page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its output goes into files: a browser whose output nobody reads stands still. */
    private String run(Path page, List<String> how) {
        List<String> command = new ArrayList<>(List.of(
                chromium.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--allow-file-access-from-files",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(how);
        command.add(page.toUri().toString());
        try {
            Path output = folder.resolve("output.txt");
            Process process = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .redirectError(folder.resolve("errors.txt").toFile())
                    .start();
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("no answer within " + PATIENCE_SECONDS + " s: " + command);
                }
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            return Files.readString(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
