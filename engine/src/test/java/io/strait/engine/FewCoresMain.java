package io.strait.engine;

import io.strait.api.BackPressure;
import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.WriteOptions;
import io.strait.api.domain.Chain;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/** What {@link FewCoresTest} runs in a JVM of its own: synchronous block updates by two callers. */
public final class FewCoresMain {
    private static final Duration NEVER = Duration.ofMinutes(5);
    private static final int CALLERS = 2;

    private FewCoresMain() {}

    /**
     * Runs.
     *
     * @param arguments the wait preset; how many updates each caller is to do; "virtual" for
     *     virtual threads
     * @throws Exception when something fails
     */
    public static void main(String[] arguments) throws Exception {
        ThreadFactory threads = arguments.length > 2 ? virtualThreads() : Thread::new;
        StraitConfig config =
                StraitConfig.builder()
                        .waitPreset(WaitPreset.valueOf(arguments[0]))
                        .threadFactory(threads)
                        .writeOptions(new WriteOptions(NEVER, BackPressure.WAIT))
                        .build();
        int count = Integer.parseInt(arguments[1]);
        try (Strait engine = Strait.open(config)) {
            System.out.println(engine.waitPreset());
            Thread[] callers = new Thread[CALLERS];
            for (int i = 0; i < CALLERS; i++) {
                Chain chain = Chain.of("0xa1", i);
                callers[i] = threads.newThread(() -> update(engine, chain, count));
                callers[i].start();
            }
            for (Thread caller : callers) {
                caller.join();
            }
            System.out.println(engine.counters().position());
        }
    }

    private static void update(Strait engine, Chain chain, int count) {
        for (int number = 1; number <= count; number++) {
            engine.aggregator().setLastProcessedBlock(chain, number);
        }
    }

    /** By reflection, since they came after the JDK that this is compiled for. */
    private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        return (ThreadFactory)
                Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
    }
}
