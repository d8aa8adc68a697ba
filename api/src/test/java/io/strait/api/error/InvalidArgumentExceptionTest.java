package io.strait.api.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

class InvalidArgumentExceptionTest {
    @Test
    void shouldReadNameEqualsValueRule() {
        InvalidArgumentException e = new InvalidArgumentException("depth", 7, "must be less");
        assertEquals("depth=7 must be less", e.getMessage());
        assertEquals("depth", e.name());
        assertInstanceOf(IllegalArgumentException.class, e);
    }

    @Test
    void shouldShowNull() {
        assertEquals(
                "x=null must not be null",
                new InvalidArgumentException("x", null, "must not be null").getMessage());
    }

    @Test
    void shouldShortenLongValues() {
        String longest = "a".repeat(160);
        assertEquals(
                "x=" + longest + " rule",
                new InvalidArgumentException("x", longest, "rule").getMessage());
        assertEquals(
                "x=" + longest + "... (161 chars) rule",
                new InvalidArgumentException("x", longest + "b", "rule").getMessage());
    }
}
