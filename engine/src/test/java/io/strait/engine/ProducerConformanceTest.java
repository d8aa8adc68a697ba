package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.StateEngine;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.TaskStatus;
import io.strait.conformance.Samples;
import io.strait.conformance.StateEngineConformance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Writes by bytes follow the rules of the typed ones: the published suites, through producers. Seen
 * to fail when ids are not told apart by their length, when a refusal's code is dropped, when a
 * write is acknowledged before it is published, and when the time is not stamped.
 */
@ExtendWith(NotByBytes.class)
class ProducerConformanceTest extends StateEngineConformance {
    private static final int DEFAULT_LANE_CAPACITY = StraitConfig.builder().build().laneCapacity();

    /** Half of it holds the largest payload that the default limits allow. */
    private static final int AMPLE_LANE_CAPACITY = 1 << 14;

    @Override
    protected StateEngine open(StraitConfig config) {
        return openEngine(config);
    }

    @Test
    void shouldSendWhatProducersTakeThroughAProducer() {
        try (ProducerEngine engine = openEngine(StraitConfig.builder().build())) {
            engine.aggregator().setLastProcessedBlock(Samples.CHAIN, 1);
            engine.aggregator().saveTask(Samples.task("t"));
            engine.aggregator().updateTaskStatus("t", TaskStatus.PROCESSING);
            engine.aggregator().deleteTask("t");
            engine.aggregator().commitBlock(Samples.block(2), List.of(), 0);
            engine.aggregator()
                    .saveOperatorSetConfig(Samples.config(OperatorSet.of(Samples.AVS, 1), "m"));
            engine.executor().savePerformer(Samples.performer("p"));
            engine.executor().beginTask("x");
            engine.executor().finishTask("x", Bytes.copyOf(new byte[65_536]));
            assertEquals(9, engine.throughProducer());
            engine.executor().deletePerformer("p");
            assertEquals(9, engine.throughProducer());
            assertEquals(10, engine.counters().position());
        }
    }

    private static ProducerEngine openEngine(StraitConfig config) {
        return new ProducerEngine(
                config.laneCapacity() == DEFAULT_LANE_CAPACITY ? withAmpleLanes(config) : config);
    }

    private static StraitConfig withAmpleLanes(StraitConfig config) {
        return new StraitConfig(
                config.name(),
                config.limits(),
                AMPLE_LANE_CAPACITY,
                config.maxBatch(),
                config.maxExclusiveProducers(),
                config.waitPreset(),
                config.writeOptions(),
                config.closeTimeout(),
                config.clock(),
                config.threadFactory(),
                config.changeListener(),
                config.changeBufferCapacity(),
                config.directory(),
                config.durability(),
                config.checkpoints());
    }
}
