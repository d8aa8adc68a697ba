package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Links lead somewhere, the user guide's examples compile, and the memory model has a row for each
 * field that crosses threads.
 */
final class DocumentsTest {
    /** What the guide's snippets may use without saying where it comes from. */
    private static final String FRAME =
            """
            import io.strait.api.*;
            import io.strait.api.domain.*;
            import io.strait.api.error.*;
            import io.strait.api.hotpath.*;
            import io.strait.api.write.*;
            import io.strait.engine.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;

            abstract class %s {
                Strait strait;
                AggregatorStore store;
                ExecutorStore executor;
                Address avs;
                Chain chain;
                List<Task> tasks;

                abstract boolean work(Task task);

                abstract Bytes compute();

                abstract void answer(Bytes result);

                abstract void answerLater();

                abstract void pinToCore(int core);

                %s
            }
            """;

    @TempDir Path classes;

    @TestFactory
    Stream<DynamicTest> shouldLinkToWhatExists() {
        return Markdown.all().stream()
                .flatMap(
                        document ->
                                document.links().stream()
                                        .filter(link -> !link.matches("[a-z]+:.*"))
                                        .map(link -> linkTest(document, link)));
    }

    @TestFactory
    Stream<DynamicTest> shouldCompileWhatTheGuideShows() {
        Path file = Markdown.root().resolve("docs/USER_GUIDE.md");
        List<String> blocks = Markdown.read(file).blocks("java");
        return IntStream.range(0, blocks.size())
                .mapToObj(i -> snippetTest("Snippet" + (i + 1), blocks.get(i)));
    }

    @TestFactory
    Stream<DynamicTest> shouldHaveARowForEachFieldThatCrossesThreads() {
        List<String> rows =
                Markdown.read(Markdown.root().resolve("docs/MEMORY_MODEL.md"))
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("|"))
                        .toList();
        return SharedField.all().stream()
                .map(
                        field ->
                                dynamicTest(
                                        field.toString(),
                                        () ->
                                                assertTrue(
                                                        rows.stream().anyMatch(field::isIn),
                                                        "no row for " + field)));
    }

    private static DynamicTest linkTest(Markdown document, String link) {
        return dynamicTest(
                document.file().getFileName() + " -> " + link,
                () -> {
                    int hash = link.indexOf('#');
                    String path = hash < 0 ? link : link.substring(0, hash);
                    Path target =
                            path.isEmpty()
                                    ? document.file()
                                    : document.file().resolveSibling(path).normalize();
                    assertTrue(Files.exists(target), "no such file: " + target);
                    assertTrue(
                            hash < 0 || Markdown.read(target).hasAnchor(link.substring(hash + 1)),
                            "no such heading: " + link);
                });
    }

    private DynamicTest snippetTest(String className, String snippet) {
        boolean isMember = snippet.startsWith("class ");
        String member = isMember ? snippet : "void run() throws Exception {\n" + snippet + "\n}";
        JavaBlock block = new JavaBlock(className, FRAME.formatted(className, member));
        return dynamicTest(className, () -> block.compileTo(classes));
    }
}
