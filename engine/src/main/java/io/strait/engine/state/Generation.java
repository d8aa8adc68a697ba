package io.strait.engine.state;

/**
 * Which nodes of the tries the writer may still edit in place: those born in the present
 * generation. Each image that is taken ends a generation.
 */
final class Generation {
    private long current = 1;

    long current() {
        return current;
    }

    void end() {
        current++;
    }
}
