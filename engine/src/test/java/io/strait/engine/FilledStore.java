package io.strait.engine;

import io.strait.api.StateEngine;
import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.conformance.Samples;
import java.util.List;

/** A store with some of everything in it, under keys that are made once. */
final class FilledStore {
    private static final int COUNT = 200;

    /** As many keys again are those of nothing. */
    private static final int KEYS = COUNT + COUNT / 4;

    private static final Address[] AVS = new Address[KEYS];
    private static final Chain[] CHAINS = new Chain[KEYS];
    private static final OperatorSet[] OPERATOR_SETS = new OperatorSet[KEYS];
    private static final String[] IDS = new String[KEYS];

    static {
        for (int i = 0; i < KEYS; i++) {
            AVS[i] = Address.of("0xa5" + Integer.toHexString(i));
            CHAINS[i] = Chain.of(AVS[i], i);
            OPERATOR_SETS[i] = OperatorSet.of(AVS[i], i);
            IDS[i] = "id-" + i;
        }
    }

    private FilledStore() {}

    static Address avs(int i) {
        return AVS[i % KEYS];
    }

    static Chain chain(int i) {
        return CHAINS[i % KEYS];
    }

    static OperatorSet operatorSet(int i) {
        return OPERATOR_SETS[i % KEYS];
    }

    static String id(int i) {
        return IDS[i % KEYS];
    }

    static void fill(StateEngine engine) {
        for (int i = 0; i < COUNT; i++) {
            fillAggregator(engine, i);
            fillExecutor(engine, i);
        }
    }

    private static void fillAggregator(StateEngine engine, int i) {
        Block block = new Block(chain(i), i, "0xb" + i, "0xb" + (i - 1), 12);
        Task task = Task.builder(id(i), avs(i)).source(block).build();
        engine.aggregator().commitBlock(block, List.of(task), 0);
        if (i % 2 == 0) {
            engine.aggregator().updateTaskStatus(id(i), TaskStatus.PROCESSING);
        }
        engine.aggregator().saveOperatorSetConfig(Samples.config(operatorSet(i), "metadata"));
        engine.aggregator().saveAvsConfig(Samples.config(avs(i), i));
    }

    private static void fillExecutor(StateEngine engine, int i) {
        engine.executor().savePerformer(Samples.performer(id(i)));
        engine.executor().saveInflightTask(Samples.inflight(id(i)));
        engine.executor().saveDeployment(Samples.deployment(id(i)));
        engine.executor().beginTask(id(i));
        if (i % 2 == 0) {
            engine.executor().finishTask(id(i), Bytes.ofUtf8("result"));
        }
    }
}
