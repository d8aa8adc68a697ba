package io.strait.consumer;

import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Task;
import io.strait.engine.Strait;

/** Opens a store, writes, reads what was written, closes, and says so in one line. */
public final class Main {
    private static final long BLOCK_NUMBER = 21_000_000;

    private Main() {}

    /**
     * Runs the application.
     *
     * @param args unused
     */
    public static void main(String[] args) {
        Address avs = Address.of("0x00000000000000000000000000000000000000a5");
        Chain chain = Chain.of(avs, 1);
        Task task = Task.builder("task-1", avs).chainId(1).payload(new byte[] {1, 2, 3}).build();

        try (Strait strait = Strait.open(StraitConfig.builder().name("consumer").build())) {
            strait.aggregator().setLastProcessedBlock(chain, BLOCK_NUMBER);
            strait.aggregator().saveTask(task);
            require(strait.aggregator().getLastProcessedBlock(chain) == BLOCK_NUMBER);
            require(task.equals(strait.snapshot().aggregator().getTask("task-1").orElseThrow()));
        }
        System.out.println("strait-consumer ok");
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalStateException("read something else than was written");
        }
    }
}
