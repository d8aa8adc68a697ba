package io.strait.bench.operation;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/** The same after a save and a deletion, which are not timed. Each list is timed by itself. */
public class DrivenListAfterChangeBenchmark extends DrivenListBenchmark {
    /** Changes what is listed. */
    @Setup(Level.Invocation)
    public void change() {
        replaceOldest();
    }
}
