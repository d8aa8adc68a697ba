package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
final class ReadmeQuickStartTest {
    private final Markdown readme = Markdown.read(Markdown.root().resolve("README.md"));

    @Test
    void shouldPrintWhatTheReadmeSays(@TempDir Path classes) throws Exception {
        assertEquals(1, readme.blocks("java").size(), "java blocks in the README");
        assertEquals(1, readme.blocks("text").size(), "output blocks in the README");
        JavaBlock quickStart = new JavaBlock("QuickStart", readme.blocks("java").get(0));

        quickStart.compileTo(classes);

        assertEquals(readme.blocks("text").get(0).lines().toList(), quickStart.run(classes));
    }
}
