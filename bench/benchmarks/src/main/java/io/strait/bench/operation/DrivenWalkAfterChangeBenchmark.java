package io.strait.bench.operation;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/** The same after a save and a deletion, which are not timed. Each walk is timed by itself. */
public class DrivenWalkAfterChangeBenchmark extends DrivenWalkBenchmark {
    /** Changes what is walked over. */
    @Setup(Level.Invocation)
    public void change() {
        replaceOldest();
    }
}
