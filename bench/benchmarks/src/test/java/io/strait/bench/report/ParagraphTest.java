package io.strait.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ParagraphTest {
    @Test
    void shouldFillLinesUpToTheLastColumn() {
        String half = "x".repeat(Paragraph.COLUMNS / 2 - 1);
        assertEquals(half + " " + half + "y\n", Paragraph.of(half + "\n" + half + "y"));
        assertEquals(half + " " + half + "y\nz\n", Paragraph.of(half + " " + half + "y z"));
    }

    @Test
    void shouldLeaveAWordThatIsTooLong() {
        String word = "x".repeat(Paragraph.COLUMNS + 1);
        assertEquals(word + "\n" + word + "\n", Paragraph.of(word + " " + word));
    }
}
