package io.strait.bench.idle;

import io.strait.api.StraitConfig;
import io.strait.api.WaitPreset;
import io.strait.api.domain.Chain;
import io.strait.api.error.ResultCode;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.Producer;
import io.strait.bench.harness.Check;
import io.strait.bench.report.Figures;
import io.strait.engine.Strait;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;

/** Measures one preset: what the engine takes while nobody calls, and how soon it is back. */
final class IdleMeasurement {
    static final String SYNCHRONOUS = "synchronous write";
    static final String PRODUCER = "exclusive producer, then waiting for the ticket";

    private static final long SETTLE_MS = 200;
    private static final long TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);
    private static final Chain CHAIN = Chain.of("0xa1", 1);

    private final IdleLength length;
    private long number;

    IdleMeasurement(IdleLength length) {
        this.length = length;
    }

    IdlePoint of(WaitPreset preset) throws InterruptedException {
        CpuMeter meter = new CpuMeter();
        StraitConfig config =
                StraitConfig.builder().name("idle").waitPreset(preset).threadFactory(meter).build();
        try (Strait engine = Strait.open(config);
                Producer producer = engine.exclusiveProducer()) {
            LongConsumer synchronous =
                    block -> engine.aggregator().setLastProcessedBlock(CHAIN, block);
            warmUp(synchronous);
            ChainHandle chain = engine.chainHandle(CHAIN);
            LongConsumer byProducer = block -> setAndAwait(producer, chain, block);
            warmUp(byProducer);
            Thread.sleep(SETTLE_MS);
            double percent = meter.corePercentOver(length.idleMs());
            List<WakeUp> wakeUps = new ArrayList<>();
            for (int i = 0; i < IdleLength.PAUSES_MS.size(); i++) {
                int pauseMs = IdleLength.PAUSES_MS.get(i);
                int count = length.counts().get(i);
                wakeUps.add(WakeUp.of(SYNCHRONOUS, pauseMs, times(synchronous, pauseMs, count)));
                wakeUps.add(WakeUp.of(PRODUCER, pauseMs, times(byProducer, pauseMs, count)));
            }
            Check.equal("last block", number, engine.aggregator().getLastProcessedBlock(CHAIN));
            return new IdlePoint(
                    preset.name(),
                    (int) TimeUnit.MILLISECONDS.toSeconds(length.idleMs()),
                    Figures.rounded(percent),
                    wakeUps);
        }
    }

    private void warmUp(LongConsumer write) {
        for (int i = 0; i < length.warmUps(); i++) {
            write.accept(++number);
        }
    }

    private Histogram times(LongConsumer write, int pauseMs, int count)
            throws InterruptedException {
        Histogram times = new Histogram(3);
        for (int i = 0; i < count; i++) {
            Thread.sleep(pauseMs);
            long startNs = System.nanoTime();
            write.accept(++number);
            times.recordValue(System.nanoTime() - startNs);
        }
        return times;
    }

    private static void setAndAwait(Producer producer, ChainHandle chain, long block) {
        int code = producer.await(producer.setLastProcessedBlock(chain, block), TIMEOUT_NS);
        Check.equal("outcome", ResultCode.OK.code(), code);
    }
}
