package io.strait.engine;

import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.hotpath.CommitDraft;
import io.strait.api.hotpath.HotPath;
import io.strait.api.hotpath.OperatorSetConfigDraft;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.hotpath.TaskDraft;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import java.util.Locale;
import java.util.SplittableRandom;

/** Fills one thread's drafts from typed values, over and over the same ones. */
final class DraftFiller {
    private final HotPath engine;
    private final SplittableRandom random;
    private final ByteSource source;
    private final PackedId id;
    private final TaskDraft task;
    private final CommitDraft commit;
    private final OperatorSetConfigDraft config;
    private final PerformerDraft performer;

    DraftFiller(HotPath engine, SplittableRandom random) {
        this.engine = engine;
        this.random = random;
        source = new ByteSource(random);
        id = engine.newId();
        task = engine.newTask();
        commit = engine.newCommit();
        config = engine.newOperatorSetConfig();
        performer = engine.newPerformer();
    }

    ByteSource source() {
        return source;
    }

    PackedId id(String text) {
        if (random.nextInt(3) == 0) {
            return id.set(random.nextBoolean() ? text : new StringBuilder(text));
        }
        source.give(text, id::set, id::set);
        return id;
    }

    TaskDraft task(Task from) {
        task.clear().id(id(from.id())).avs(engine.addressHandle(from.avs()));
        // What is as in a new draft need not be set.
        if (!from.callbackAddress().equals(Address.NONE) || random.nextBoolean()) {
            task.callbackAddress(engine.addressHandle(from.callbackAddress()));
        }
        if (from.deadlineMs() != Task.NO_DEADLINE || random.nextBoolean()) {
            task.deadlineMs(from.deadlineMs());
        }
        if (from.payload().length() != 0 || random.nextBoolean()) {
            source.give(from.payload().toByteArray(), task::payload, task::payload);
        }
        if (!from.blockHash().isEmpty() || random.nextBoolean()) {
            source.give(anyCase(from.blockHash()), task::blockHash, task::blockHash);
        }
        return task.operatorSetId(from.operatorSetId())
                .thresholdBps(from.thresholdBps())
                .chainId(from.chainId())
                .sourceBlockNumber(from.sourceBlockNumber())
                .l1ReferenceBlockNumber(from.l1ReferenceBlockNumber())
                .referenceTimestamp(from.referenceTimestamp())
                .version(from.version());
    }

    CommitDraft commit(CommitBlock from) {
        Block block = from.block();
        commit.clear()
                .block(engine.chainHandle(block.chain()), block.number())
                .timestamp(block.timestamp())
                .pruneBelow(from.pruneBelow());
        source.give(anyCase(block.hash()), commit::hash, commit::hash);
        commit.parentCheck(from.parentCheck());
        from.tasks().forEach(each -> commit.addTask(task(each)));
        source.give(anyCase(block.parentHash()), commit::parentHash, commit::parentHash);
        return commit;
    }

    OperatorSetConfigDraft config(OperatorSetConfig from) {
        config.clear()
                .operatorSet(
                        engine.addressHandle(from.operatorSet().avs()), from.operatorSet().id())
                .taskSlaSeconds(from.taskSlaSeconds())
                .curveType(from.curveType())
                .consensus(from.consensusType(), from.consensusThresholdBps());
        source.give(from.metadata().toByteArray(), config::metadata, config::metadata);
        return config;
    }

    PerformerDraft performer(Performer from) {
        performer
                .clear()
                .id(id(from.id()))
                .avs(engine.addressHandle(from.avs()))
                .createdAtMs(from.createdAtMs())
                .health(
                        from.lastHealthCheckMs(),
                        from.containerHealthy(),
                        from.applicationHealthy());
        for (PerformerText text : PerformerText.values()) {
            source.give(
                    textOf(from, text),
                    (bytes, offset, length) -> performer.text(text, bytes, offset, length),
                    (buffer, offset, length) -> performer.text(text, buffer, offset, length));
        }
        for (EnvironmentVariable variable : from.environmentVariables()) {
            performer.addEnvironmentVariable(
                    variable.name(), variable.value(), new StringBuilder(variable.valueFromEnv()));
        }
        return performer;
    }

    /** The same hash in the form that a node might give it in. */
    private String anyCase(String hash) {
        boolean isHex = hash.matches("0x[0-9a-f]+");
        return isHex && random.nextBoolean() ? hash.toUpperCase(Locale.ROOT) : hash;
    }

    private static String textOf(Performer performer, PerformerText text) {
        return switch (text) {
            case CONTAINER_ID -> performer.containerId();
            case RESOURCE_ID -> performer.resourceId();
            case STATUS -> performer.status();
            case ARTIFACT_REGISTRY -> performer.artifactRegistry();
            case ARTIFACT_DIGEST -> performer.artifactDigest();
            case ARTIFACT_TAG -> performer.artifactTag();
            case DEPLOYMENT_MODE -> performer.deploymentMode();
            case NETWORK_NAME -> performer.networkName();
            case ENDPOINT -> performer.endpoint();
            case HOST_NAME -> performer.hostName();
        };
    }
}
