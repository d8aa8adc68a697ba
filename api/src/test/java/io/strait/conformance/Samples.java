package io.strait.conformance;

import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import java.util.List;

/** Values to test with. */
public final class Samples {
    /** The moment at which every test starts, milliseconds since 1970-01-01 UTC. */
    public static final long T0 = 1_700_000_000_000L;

    /** The AVS of whatever does not say otherwise. */
    public static final Address AVS = Address.of("0xa1");

    /** Another AVS. */
    public static final Address OTHER_AVS = Address.of("0xb2");

    /** The chain of whatever does not say otherwise. */
    public static final Chain CHAIN = Chain.of(AVS, 1);

    private Samples() {}

    /**
     * The hash of a block of the main branch.
     *
     * @param number the block's number; -1 for the parent of block 0
     * @return its hash
     */
    public static String hash(long number) {
        return "0xb0" + Long.toHexString(number);
    }

    /**
     * A block of the main branch of {@link #CHAIN}.
     *
     * @param number its number
     * @return the block
     */
    public static Block block(long number) {
        return block(CHAIN, number);
    }

    /**
     * A block of the main branch of a chain.
     *
     * @param chain the chain
     * @param number its number
     * @return the block
     */
    public static Block block(Chain chain, long number) {
        return new Block(chain, number, hash(number), hash(number - 1), 12);
    }

    /**
     * A block of {@link #CHAIN} that competes with the one of the main branch, and has the same
     * parent.
     *
     * @param number its number
     * @return the block
     */
    public static Block fork(long number) {
        return new Block(CHAIN, number, "0xf0" + Long.toHexString(number), hash(number - 1), 12);
    }

    /**
     * A task of {@link #AVS}, from block 0 of {@link #CHAIN}, without a deadline.
     *
     * @param id its id
     * @return the task
     */
    public static Task task(String id) {
        return taskOf(AVS, id);
    }

    /**
     * A task of an AVS, from block 0 of its chain 1, without a deadline.
     *
     * @param avs the AVS
     * @param id its id
     * @return the task
     */
    public static Task taskOf(Address avs, String id) {
        return Task.builder(id, avs).chainId(1).payload(Bytes.ofUtf8("payload-" + id)).build();
    }

    /**
     * A task found in a block.
     *
     * @param block the block
     * @param id its id
     * @return the task
     */
    public static Task taskIn(Block block, String id) {
        return taskOf(block.chain().avs(), id).toBuilder().source(block).build();
    }

    /**
     * A configuration of an operator set.
     *
     * @param operatorSet whose
     * @param metadata its metadata as text
     * @return the configuration
     */
    public static OperatorSetConfig config(OperatorSet operatorSet, String metadata) {
        return new OperatorSetConfig(
                operatorSet,
                60,
                CurveType.BN254,
                Bytes.ofUtf8(metadata),
                ConsensusType.STAKE_PROPORTION_THRESHOLD,
                6_667);
    }

    /**
     * A configuration of an AVS.
     *
     * @param avs whose
     * @param aggregatorOperatorSetId its aggregating operator set
     * @return the configuration
     */
    public static AvsConfig config(Address avs, long aggregatorOperatorSetId) {
        return new AvsConfig(avs, aggregatorOperatorSetId, List.of(1L, 2L), CurveType.ECDSA);
    }

    /**
     * A performer of {@link #AVS}.
     *
     * @param id its id
     * @return the performer
     */
    public static Performer performer(String id) {
        return performerOf(AVS, id);
    }

    /**
     * A performer of an AVS, with every part set.
     *
     * @param avs the AVS
     * @param id its id
     * @return the performer
     */
    public static Performer performerOf(Address avs, String id) {
        return new Performer(
                id,
                avs,
                "container-" + id,
                "resource-" + id,
                "running",
                "registry.example/performer",
                "sha256:0123",
                "v1",
                "docker",
                T0 - 2,
                T0 - 1,
                true,
                false,
                "network",
                "performer:8080",
                "host",
                List.of(new EnvironmentVariable("KEY", "value", "")));
    }

    /**
     * A task in flight.
     *
     * @param id its id
     * @return the task
     */
    public static InflightTask inflight(String id) {
        return new InflightTask(id, AVS, OTHER_AVS, Address.NONE, 7, T0, "received");
    }

    /**
     * A request for a deployment.
     *
     * @param id its id
     * @return the request
     */
    public static DeploymentRequest deployment(String id) {
        return new DeploymentRequest(id, AVS, "registry.example/performer", "sha256:0123");
    }
}
