package io.strait.engine;

import io.strait.api.WaitPreset;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * The operations on an engine of their own, with its writer thread: opened for one run of a
 * scenario, closed after it.
 */
public final class EngineOperations extends StoreOperations {
    /** Opens an engine. */
    public EngineOperations() {
        super(Strait.open(config().waitPreset(WaitPreset.LOWEST_CPU).build()));
    }

    /**
     * Called when the scenario has run: nothing may be wrong with the engine, and its thread has to
     * go.
     */
    @Validate
    public void close() {
        engine().close();
        if (engine().failure().isPresent()) {
            throw new AssertionError("the writer failed", engine().failure().get());
        }
    }
}
