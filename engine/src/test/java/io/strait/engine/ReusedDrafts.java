package io.strait.engine;

import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.CommitDraft;
import io.strait.api.hotpath.HotPath;
import io.strait.api.hotpath.OperatorSetConfigDraft;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.hotpath.TaskDraft;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** One thread's drafts as a hot path fills them: nothing here allocates but {@link #renewTask}. */
final class ReusedDrafts {
    private static final Address AVS = Address.of("0xa1");
    private static final int ID_LENGTH = 24;
    private static final int PAYLOAD_LENGTH = 300;
    private static final int TASKS = 3;
    private static final PerformerText[] TEXTS = PerformerText.values();
    private static final CharSequence ENVIRONMENT = "schlüssel";

    private final HotPath engine;
    private final ChainHandle chain;
    private final AddressHandle avs;
    private final PackedId id;
    private final CommitDraft commit;
    private final OperatorSetConfigDraft config;
    private final PerformerDraft performer;
    private final byte[] bytes = new byte[512];
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final StringBuilder text = new StringBuilder("aufgabe-für-");
    private TaskDraft task;
    private long number;

    ReusedDrafts(HotPath engine) {
        this.engine = engine;
        chain = engine.chainHandle(Chain.of(AVS, 1));
        avs = engine.addressHandle(AVS);
        id = engine.newId();
        task = engine.newTask();
        commit = engine.newCommit();
        config = engine.newOperatorSetConfig();
        performer = engine.newPerformer();
        Arrays.fill(bytes, (byte) 'x');
        byte[] hash = "0xABCDEF".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(hash, 0, bytes, 100, hash.length);
        byte[] odd = "überall-€".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(odd, 0, bytes, 8, odd.length);
    }

    void renewTask() {
        task = engine.newTask();
    }

    byte[] bytes() {
        return bytes;
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    PackedId idFromArray() {
        return id.set(bytes, 8, ID_LENGTH);
    }

    PackedId idFromBuffer() {
        return id.set(buffer, 8, ID_LENGTH);
    }

    PackedId idFromText() {
        return id.set(text);
    }

    TaskDraft taskFromArrays() {
        return numbers(idFromArray()).blockHash(bytes, 100, 8).payload(bytes, 3, PAYLOAD_LENGTH);
    }

    TaskDraft taskFromBuffers() {
        return numbers(idFromBuffer()).blockHash(buffer, 100, 8).payload(buffer, 3, PAYLOAD_LENGTH);
    }

    private TaskDraft numbers(PackedId taskId) {
        return task.clear()
                .id(taskId)
                .avs(avs)
                .callbackAddress(avs)
                .operatorSetId(3)
                .deadlineMs(4)
                .thresholdBps(5)
                .chainId(1)
                .sourceBlockNumber(number)
                .l1ReferenceBlockNumber(7)
                .referenceTimestamp(8)
                .version(9);
    }

    CommitDraft commitFromArrays() {
        startCommit().hash(bytes, 100, 8).parentHash(bytes, 100, 8);
        for (int i = 0; i < TASKS; i++) {
            commit.addTask(taskFromArrays().id(id.set(bytes, 8, ID_LENGTH + i)));
        }
        return commit;
    }

    CommitDraft commitFromBuffers() {
        startCommit().hash(buffer, 100, 8).parentHash(buffer, 100, 8);
        for (int i = 0; i < TASKS; i++) {
            commit.addTask(taskFromBuffers().id(id.set(buffer, 8, ID_LENGTH + i)));
        }
        return commit;
    }

    private CommitDraft startCommit() {
        number++;
        return commit.clear().block(chain, number).timestamp(number).pruneBelow(number);
    }

    OperatorSetConfigDraft configFromArray() {
        return startConfig().metadata(bytes, 5, PAYLOAD_LENGTH);
    }

    OperatorSetConfigDraft configFromBuffer() {
        return startConfig().metadata(buffer, 5, PAYLOAD_LENGTH);
    }

    private OperatorSetConfigDraft startConfig() {
        return config.clear()
                .operatorSet(avs, 1)
                .taskSlaSeconds(2)
                .curveType(CurveType.BN254)
                .consensus(ConsensusType.STAKE_PROPORTION_THRESHOLD, 3);
    }

    PerformerDraft performerFromArrays() {
        startPerformer(idFromArray());
        for (PerformerText which : TEXTS) {
            performer.text(which, bytes, 8, 31);
        }
        return performer;
    }

    PerformerDraft performerFromBuffers() {
        startPerformer(idFromBuffer());
        for (PerformerText which : TEXTS) {
            performer.text(which, buffer, 8, 31);
        }
        return performer;
    }

    private void startPerformer(PackedId performerId) {
        performer
                .clear()
                .id(performerId)
                .avs(avs)
                .createdAtMs(1)
                .health(2, true, false)
                .addEnvironmentVariable(ENVIRONMENT, ENVIRONMENT, "")
                .addEnvironmentVariable("name", "", ENVIRONMENT);
    }
}
