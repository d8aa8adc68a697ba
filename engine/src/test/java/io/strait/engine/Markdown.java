package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One of the project's documents, as far as tests read it: fenced blocks, links, headings. */
record Markdown(Path file, String text) {
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    /**
     * The checkout's top folder: the system property {@code strait.root}, or the module's parent.
     */
    static Path root() {
        Path root = Path.of(System.getProperty("strait.root", ".."));
        assertTrue(
                Files.exists(root.resolve("README.md")),
                "no README.md in " + root.toAbsolutePath());
        return root;
    }

    static Markdown read(Path file) {
        try {
            return new Markdown(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The README and everything under docs/. */
    static List<Markdown> all() {
        try (Stream<Path> docs = Files.walk(root().resolve("docs"))) {
            List<Markdown> found = new ArrayList<>();
            found.add(read(root().resolve("README.md")));
            docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(file -> found.add(read(file)));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contents of the fenced blocks in a language. */
    List<String> blocks(String language) {
        return FENCED.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** The targets of all links outside fenced blocks. */
    List<String> links() {
        return LINK.matcher(prose()).results().map(link -> link.group(1)).toList();
    }

    boolean hasAnchor(String anchor) {
        return HEADING.matcher(prose()).results().map(Markdown::anchorOf).anyMatch(anchor::equals);
    }

    private String prose() {
        return FENCED.matcher(text).replaceAll("");
    }

    /** As the usual renderers make them: lower case, without punctuation, hyphens for spaces. */
    private static String anchorOf(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
