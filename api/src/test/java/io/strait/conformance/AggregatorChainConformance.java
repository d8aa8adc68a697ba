package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.OTHER_AVS;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.fork;
import static io.strait.conformance.Samples.task;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Chain;
import io.strait.api.error.BlockConflictException;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ResultCode;
import io.strait.api.error.TaskExistsException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Last processed blocks, and which chains are known. */
public abstract class AggregatorChainConformance extends Conformance {
    private static final Chain SECOND = Chain.of(AVS, 2);
    private static final Chain THIRD = Chain.of(AVS, 3);

    @Test
    void shouldKnowNothingAtFirst() {
        assertEquals(AggregatorView.NO_BLOCK, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(Optional.empty(), aggregator.getBlock(CHAIN, 0));
        assertEquals(Optional.empty(), aggregator.getLastBlock(CHAIN));
        assertEquals(List.of(), aggregator.listBlocks(CHAIN));
        assertEquals(List.of(), aggregator.listChains());
    }

    @Test
    void shouldMoveTheLastProcessedBlockForward() {
        for (long number : new long[] {0, 1, 21_000_000, Long.MAX_VALUE - 1, Long.MAX_VALUE}) {
            aggregator.setLastProcessedBlock(CHAIN, number);
            assertEquals(number, aggregator.getLastProcessedBlock(CHAIN));
            assertLiveAndSnapshotAgree();
        }
    }

    @Test
    void shouldAcceptTheSameLastProcessedBlockAgain() throws Throwable {
        aggregator.setLastProcessedBlock(CHAIN, 7);
        assertChangesNothing(() -> aggregator.setLastProcessedBlock(CHAIN, 7));
        assertEquals(7, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldRejectMovingTheLastProcessedBlockBack() {
        aggregator.setLastProcessedBlock(CHAIN, 7);
        BlockOrderException refusal =
                assertRefused(
                        BlockOrderException.class,
                        () -> aggregator.setLastProcessedBlock(CHAIN, 6));
        assertEquals(ResultCode.BLOCK_ORDER, refusal.code());
        assertEquals(6, refusal.blockNumber());
        assertEquals(7, refusal.lastProcessedBlock());
    }

    @Test
    void shouldNotStoreABlockWhenItsNumberIsSet() {
        aggregator.setLastProcessedBlock(CHAIN, 7);
        assertEquals(Optional.empty(), aggregator.getBlock(CHAIN, 7));
        assertEquals(Optional.empty(), aggregator.getLastBlock(CHAIN));
        assertEquals(List.of(), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldKeepChainsApartThatShareADecimalPrefix() {
        Chain holesky = Chain.of(AVS, 17_000);
        aggregator.setLastProcessedBlock(holesky, 500);
        aggregator.saveBlock(block(holesky, 3));
        assertEquals(AggregatorView.NO_BLOCK, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(), aggregator.listBlocks(CHAIN));
        aggregator.setLastProcessedBlock(CHAIN, 9);
        assertEquals(500, aggregator.getLastProcessedBlock(holesky));
        assertEquals(9, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(block(holesky, 3)), aggregator.listBlocks(holesky));
    }

    @Test
    void shouldKeepTheSameChainOfTwoAvssApart() {
        Chain other = Chain.of(OTHER_AVS, CHAIN.chainId());
        aggregator.setLastProcessedBlock(CHAIN, 5);
        aggregator.setLastProcessedBlock(other, 3);
        assertEquals(5, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(3, aggregator.getLastProcessedBlock(other));
    }

    @Test
    void shouldTakeChainIdsAsUnsigned() {
        Chain largest = Chain.of(AVS, -1);
        aggregator.setLastProcessedBlock(largest, 4);
        aggregator.setLastProcessedBlock(Chain.of(AVS, Long.MIN_VALUE), 5);
        assertEquals(4, aggregator.getLastProcessedBlock(largest));
        assertEquals("0xa1/18446744073709551615", aggregator.listChains().get(0).toString());
    }

    @Test
    void shouldListChainsInTheOrderOfTheirFirstWrite() {
        aggregator.setLastProcessedBlock(THIRD, 1);
        aggregator.saveBlock(block(CHAIN, 1));
        aggregator.commitBlock(block(SECOND, 1), List.of(), 0);
        aggregator.setLastProcessedBlock(THIRD, 2);
        assertEquals(List.of(THIRD, CHAIN, SECOND), aggregator.listChains());
    }

    @Test
    void shouldKnowAChainEvenWithoutAnyBlockLeft() {
        aggregator.saveBlock(block(1));
        aggregator.deleteBlock(CHAIN, 1);
        assertEquals(List.of(CHAIN), aggregator.listChains());
        assertEquals(AggregatorView.NO_BLOCK, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(), aggregator.listBlocks(CHAIN));
        aggregator.setLastProcessedBlock(CHAIN, 0);
        assertEquals(0, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldNotKnowAChainThatOnlyRefusedWritesOrReadsHaveNamed() {
        aggregator.saveTask(task("t"));
        assertRefused(NotFoundException.class, () -> aggregator.deleteBlock(CHAIN, 1));
        assertRefused(NotFoundException.class, () -> aggregator.rollbackTo(CHAIN, 1));
        assertRefused(
                TaskExistsException.class,
                () -> aggregator.commitBlock(block(1), List.of(taskIn(block(1), "t")), 0));
        aggregator.getLastProcessedBlock(CHAIN);
        aggregator.listBlocks(CHAIN);
        assertEquals(List.of(), aggregator.listChains());
    }

    @Test
    void shouldRejectChainsBeyondTheLimit() {
        useLimits(limits -> limits.maxChains(2));
        aggregator.setLastProcessedBlock(CHAIN, 1);
        aggregator.saveBlock(block(SECOND, 1));
        CapacityExceededException refusal =
                assertRefused(
                        CapacityExceededException.class,
                        () -> aggregator.setLastProcessedBlock(THIRD, 1));
        assertEquals(ResultCode.CAPACITY_EXCEEDED, refusal.code());
        assertEquals("maxChains", refusal.limit());
        assertEquals(2, refusal.value());
        assertRefused(CapacityExceededException.class, () -> aggregator.saveBlock(block(THIRD, 1)));
        assertRefused(
                CapacityExceededException.class,
                () -> aggregator.commitBlock(block(THIRD, 1), List.of(), 0));
    }

    @Test
    void shouldGoOnWithKnownChainsAtTheLimit() {
        useLimits(limits -> limits.maxChains(1));
        aggregator.saveBlock(block(1));
        aggregator.deleteBlock(CHAIN, 1);
        aggregator.setLastProcessedBlock(CHAIN, 1);
        aggregator.commitBlock(block(2), List.of(), 0);
        aggregator.saveBlock(block(3));
        assertRefused(BlockConflictException.class, () -> aggregator.saveBlock(fork(3)));
        assertEquals(List.of(block(2), block(3)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldHoldManyChains() {
        for (int i = 0; i < 500; i++) {
            aggregator.setLastProcessedBlock(Chain.of(AVS, i), i);
            aggregator.setLastProcessedBlock(Chain.of(OTHER_AVS, i), 2L * i);
        }
        for (int i = 0; i < 500; i++) {
            assertEquals(i, aggregator.getLastProcessedBlock(Chain.of(AVS, i)));
            assertEquals(2L * i, aggregator.getLastProcessedBlock(Chain.of(OTHER_AVS, i)));
        }
        assertEquals(1_000, aggregator.listChains().size());
    }
}
