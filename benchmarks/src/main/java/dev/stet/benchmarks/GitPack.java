package dev.stet.benchmarks;

import dev.stet.content.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What git makes of a history: one commit for each content, packed as hard as git can. */
final class GitPack {
    private GitPack() {}

    /** The bytes of the pack; nothing where there is no git on this machine. */
    static OptionalLong bytes(SampleHistory history) throws IOException, InterruptedException {
        Path repository = Files.createTempDirectory("stet-git");
        try {
            if (!git(repository, "init", "-q")) {
                return OptionalLong.empty();
            }
            for (Content content : history.contents()) {
                Files.writeString(repository.resolve("agent.json"), indented(content));
                git(repository, "add", "agent.json");
                git(repository, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "next");
            }
            git(repository, "gc", "-q", "--aggressive");
            git(repository, "repack", "-q", "-adf", "--depth=50", "--window=250");
            try (Stream<Path> files = Files.walk(repository.resolve(".git").resolve("objects"))) {
                return OptionalLong.of(files.filter(file -> file.toString().endsWith(".pack"))
                        .mapToLong(GitPack::size)
                        .sum());
            }
        } catch (IOException noGit) {
            return OptionalLong.empty();
        } finally {
            delete(repository);
        }
    }

    /** As people keep it in git. */
    private static String indented(Content content) {
        return content.toJsonNode().toPrettyString() + "\n";
    }

    private static boolean git(Path repository, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("git " + arguments[0] + " said: " + said);
        }
        return true;
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
