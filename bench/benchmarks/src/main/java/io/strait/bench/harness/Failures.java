package io.strait.bench.harness;

import java.util.ArrayList;
import java.util.List;

/** What a run could not measure. A run goes on after a failure, and tells of all at its end. */
public final class Failures {
    private final List<String> messages = new ArrayList<>();

    /** Nothing has failed yet. */
    public Failures() {}

    /** One more, in a line. */
    public void add(String message) {
        messages.add(message);
    }

    /** What there is so far. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /**
     * Ends the run.
     *
     * @throws MeasurementException when something failed; its message names all that did
     */
    public void throwIfAny() {
        if (!messages.isEmpty()) {
            throw new MeasurementException("not all was measured: " + String.join("; ", messages));
        }
    }
}
