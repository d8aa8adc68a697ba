package io.strait.conformance;

import static io.strait.conformance.Samples.AVS;
import static io.strait.conformance.Samples.CHAIN;
import static io.strait.conformance.Samples.block;
import static io.strait.conformance.Samples.fork;
import static io.strait.conformance.Samples.taskIn;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.error.BlockConflictException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ResultCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stored blocks: saving, deleting, and the bounded history. */
public abstract class AggregatorBlockConformance extends Conformance {

    @Test
    void shouldStoreABlockWithoutCallingItProcessed() {
        aggregator.saveBlock(block(5));
        assertEquals(Optional.of(block(5)), aggregator.getBlock(CHAIN, 5));
        assertEquals(AggregatorView.NO_BLOCK, aggregator.getLastProcessedBlock(CHAIN));
        aggregator.setLastProcessedBlock(CHAIN, 3);
        aggregator.saveBlock(block(1));
        assertEquals(3, aggregator.getLastProcessedBlock(CHAIN));
    }

    @Test
    void shouldListBlocksLowestFirst() {
        for (long number : new long[] {7, Long.MAX_VALUE, 0, 300, 2}) {
            aggregator.saveBlock(block(number));
        }
        assertEquals(
                List.of(block(0), block(2), block(7), block(300), block(Long.MAX_VALUE)),
                aggregator.listBlocks(CHAIN));
        assertEquals(Optional.of(block(Long.MAX_VALUE)), aggregator.getLastBlock(CHAIN));
        assertEquals(Optional.empty(), aggregator.getBlock(CHAIN, 1));
    }

    @Test
    void shouldKeepABlockWhenItIsSavedAgain() throws Throwable {
        Block first = block(5);
        aggregator.saveBlock(first);
        Block again = new Block(CHAIN, 5, first.hash(), "0xother", 99);
        assertChangesNothing(() -> aggregator.saveBlock(again));
        assertEquals(Optional.of(first), aggregator.getBlock(CHAIN, 5));
    }

    @Test
    void shouldRejectAnotherBlockUnderAStoredNumber() {
        aggregator.saveBlock(block(5));
        BlockConflictException refusal =
                assertRefused(BlockConflictException.class, () -> aggregator.saveBlock(fork(5)));
        assertEquals(ResultCode.BLOCK_CONFLICT, refusal.code());
        assertEquals(5, refusal.blockNumber());
        assertEquals(block(5).hash(), refusal.storedHash());
        assertEquals(fork(5).hash(), refusal.hash());
    }

    @Test
    void shouldCompareHexHashesWithoutCase() throws Throwable {
        aggregator.saveBlock(new Block(CHAIN, 5, "0xABCD", "0xEF", 1));
        assertEquals("0xabcd", aggregator.getBlock(CHAIN, 5).orElseThrow().hash());
        assertEquals("0xef", aggregator.getBlock(CHAIN, 5).orElseThrow().parentHash());
        assertChangesNothing(() -> aggregator.saveBlock(new Block(CHAIN, 5, "0XabCD", "0xEF", 1)));
        aggregator.saveBlock(new Block(CHAIN, 6, "Hash", "parent", 1));
        assertRefused(
                BlockConflictException.class,
                () -> aggregator.saveBlock(new Block(CHAIN, 6, "hash", "parent", 1)));
    }

    @Test
    void shouldDropTheLowestBlockWhenTheHistoryIsFull() {
        useLimits(limits -> limits.blockHistoryPerChain(3));
        for (long number : new long[] {5, 9, 3, 4}) {
            aggregator.saveBlock(block(number));
        }
        assertEquals(List.of(block(4), block(5), block(9)), aggregator.listBlocks(CHAIN));
        assertEquals(Optional.empty(), aggregator.getBlock(CHAIN, 3));
    }

    @Test
    void shouldRejectABlockBelowAFullHistory() {
        useLimits(limits -> limits.blockHistoryPerChain(2));
        aggregator.saveBlock(block(5));
        aggregator.saveBlock(block(6));
        CapacityExceededException refusal =
                assertRefused(
                        CapacityExceededException.class, () -> aggregator.saveBlock(block(4)));
        assertEquals("blockHistoryPerChain", refusal.limit());
        assertEquals(2, refusal.value());
    }

    @Test
    void shouldAcceptStoredBlocksAgainWhenTheHistoryIsFull() throws Throwable {
        useLimits(limits -> limits.blockHistoryPerChain(2));
        aggregator.saveBlock(block(5));
        aggregator.saveBlock(block(6));
        assertChangesNothing(() -> aggregator.saveBlock(block(5)));
        assertRefused(BlockConflictException.class, () -> aggregator.saveBlock(fork(5)));
    }

    @Test
    void shouldKeepOneHistoryPerChain() {
        useLimits(limits -> limits.blockHistoryPerChain(1));
        Chain other = Chain.of(AVS, 17_000);
        aggregator.saveBlock(block(5));
        aggregator.saveBlock(block(other, 1));
        aggregator.saveBlock(block(other, 2));
        assertEquals(List.of(block(5)), aggregator.listBlocks(CHAIN));
        assertEquals(List.of(block(other, 2)), aggregator.listBlocks(other));
    }

    @Test
    void shouldKeepTheLastProcessedBlockWhenItFallsOutOfTheHistory() {
        useLimits(limits -> limits.blockHistoryPerChain(2));
        aggregator.commitBlock(block(1), List.of(), 0);
        aggregator.saveBlock(block(2));
        aggregator.saveBlock(block(3));
        assertEquals(1, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(block(2), block(3)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldFallBackToTheHighestBlockBelowADeletedLastOne() {
        for (long number : new long[] {1, 4, 7}) {
            aggregator.commitBlock(block(number), List.of(), 0);
        }
        aggregator.deleteBlock(CHAIN, 7);
        assertEquals(4, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(block(1), block(4)), aggregator.listBlocks(CHAIN));
        aggregator.deleteBlock(CHAIN, 4);
        assertEquals(1, aggregator.getLastProcessedBlock(CHAIN));
        aggregator.deleteBlock(CHAIN, 1);
        assertEquals(AggregatorView.NO_BLOCK, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(Optional.empty(), aggregator.getLastBlock(CHAIN));
    }

    @Test
    void shouldNotFallBackToABlockThatWasSavedAhead() {
        aggregator.commitBlock(block(1), List.of(), 0);
        aggregator.commitBlock(block(2), List.of(), 0);
        aggregator.saveBlock(block(3));
        aggregator.deleteBlock(CHAIN, 2);
        assertEquals(1, aggregator.getLastProcessedBlock(CHAIN));
        aggregator.deleteBlock(CHAIN, 1);
        assertEquals(AggregatorView.NO_BLOCK, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(block(3)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldKeepTheLastProcessedBlockWhenAnotherIsDeleted() {
        aggregator.commitBlock(block(1), List.of(), 0);
        aggregator.commitBlock(block(2), List.of(), 0);
        aggregator.saveBlock(block(3));
        aggregator.deleteBlock(CHAIN, 1);
        aggregator.deleteBlock(CHAIN, 3);
        assertEquals(2, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(List.of(block(2)), aggregator.listBlocks(CHAIN));
    }

    @Test
    void shouldMoveForwardAgainAfterAFallBack() {
        aggregator.commitBlock(block(1), List.of(), 0);
        aggregator.commitBlock(block(2), List.of(), 0);
        aggregator.deleteBlock(CHAIN, 2);
        aggregator.commitBlock(fork(2), List.of(), 0);
        assertEquals(2, aggregator.getLastProcessedBlock(CHAIN));
        assertEquals(Optional.of(fork(2)), aggregator.getLastBlock(CHAIN));
    }

    @Test
    void shouldRejectDeletingABlockThatIsNotStored() {
        NotFoundException refusal =
                assertRefused(NotFoundException.class, () -> aggregator.deleteBlock(CHAIN, 4));
        assertEquals(ResultCode.NOT_FOUND, refusal.code());
        assertEquals("4", refusal.id());
        aggregator.setLastProcessedBlock(CHAIN, 4);
        aggregator.saveBlock(block(3));
        assertRefused(NotFoundException.class, () -> aggregator.deleteBlock(CHAIN, 4));
    }

    @Test
    void shouldKeepTheTasksOfADeletedBlock() {
        aggregator.commitBlock(block(2), List.of(taskIn(block(2), "t")), 0);
        aggregator.deleteBlock(CHAIN, 2);
        assertEquals(List.of(taskIn(block(2), "t")), aggregator.listPendingTasks());
    }
}
