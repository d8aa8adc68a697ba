package io.strait.model;

import io.strait.api.AggregatorView;
import io.strait.api.Limits;
import io.strait.api.ParentCheck;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.BlockConflictException;
import io.strait.api.error.BlockOrderException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ParentMismatchException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The chains, in the order in which they were first written. */
final class ModelChains {
    private final Limits limits;
    private final Map<Chain, ModelChain> chains = new LinkedHashMap<>();

    ModelChains(Limits limits) {
        this.limits = limits;
    }

    ModelChains copy() {
        ModelChains copy = new ModelChains(limits);
        chains.forEach((chain, state) -> copy.chains.put(chain, state.copy()));
        return copy;
    }

    List<Chain> list() {
        return List.copyOf(chains.keySet());
    }

    /** What is held of a chain; nothing, when it is not known. Not for changes. */
    ModelChain get(Chain chain) {
        return chains.getOrDefault(chain, new ModelChain());
    }

    Outcome setLastProcessedBlock(Chain chain, long blockNumber) {
        long last = get(chain).lastProcessedBlock;
        if (blockNumber < last) {
            throw new BlockOrderException(blockNumber, last);
        }
        if (blockNumber == last) {
            return Outcome.UNCHANGED;
        }
        refuseUnlessRoomForChain(chain);
        known(chain).lastProcessedBlock = blockNumber;
        return Outcome.CHANGED;
    }

    Outcome saveBlock(Block block) {
        if (refuseUnlessSameIsStored(block)) {
            return Outcome.UNCHANGED;
        }
        refuseUnlessRoomForChain(block.chain());
        refuseUnlessRoomForBlock(block);
        store(block);
        return Outcome.CHANGED;
    }

    Outcome deleteBlock(Chain chain, long blockNumber) {
        if (!get(chain).blocks.containsKey(blockNumber)) {
            throw new NotFoundException("blockNumber", blockNumber);
        }
        ModelChain state = known(chain);
        state.blocks.remove(blockNumber);
        if (state.lastProcessedBlock == blockNumber) {
            Long below = state.blocks.lowerKey(blockNumber);
            state.lastProcessedBlock = below == null ? AggregatorView.NO_BLOCK : below;
        }
        return Outcome.CHANGED;
    }

    /** The first part of judging a commit: does the block fit on the chain? */
    void refuseUnlessNext(Block block, ParentCheck check) {
        ModelChain state = get(block.chain());
        boolean stored = isStored(block);
        if (block.number() <= state.lastProcessedBlock) {
            if (stored) {
                throw new AlreadyExistsException("blockNumber", block.number());
            }
            throw new BlockOrderException(block.number(), state.lastProcessedBlock);
        }
        refuseUnlessSameIsStored(block);
        if (state.pruned != null && block.number() <= state.pruned.number()) {
            throw new BlockOrderException(block.number(), state.pruned.number());
        }
        if (check == ParentCheck.BY_HASH) {
            refuseUnlessLinked(block, state);
            return;
        }
        Block before = state.blocks.get(block.number() - 1);
        if (before == null && state.pruned != null && state.pruned.number() == block.number() - 1) {
            before = state.pruned;
        }
        if (before != null && !before.hash().equals(block.parentHash())) {
            throw mismatch(block, before);
        }
    }

    private static ParentMismatchException mismatch(Block child, Block before) {
        return new ParentMismatchException(
                child.number(), before.number(), before.hash(), child.parentHash());
    }

    /**
     * The newest known block below has to be the parent; if that was saved ahead, its parent, too.
     */
    private static void refuseUnlessLinked(Block child, ModelChain state) {
        var stored = state.blocks.lowerEntry(child.number());
        Block before = stored == null ? null : stored.getValue();
        if (state.pruned != null && (before == null || before.number() <= state.pruned.number())) {
            before = state.pruned;
        }
        if (before == null) {
            return;
        }
        if (!before.hash().equals(child.parentHash())) {
            throw mismatch(child, before);
        }
        if (before != state.pruned && before.number() > state.lastProcessedBlock) {
            refuseUnlessLinked(before, state);
        }
    }

    /** The last part of judging a commit: is there room? */
    void refuseUnlessRoom(Block block) {
        refuseUnlessRoomForChain(block.chain());
        refuseUnlessRoomForBlock(block);
    }

    void commit(Block block, long pruneBelow) {
        ModelChain state = known(block.chain());
        state.lastProcessedBlock = block.number();
        state.blocks.put(block.number(), block);
        state.blocks.headMap(pruneBelow).values().forEach(state::prune);
        state.blocks.headMap(pruneBelow).clear();
        dropLowestBeyondHistory(state);
    }

    void refuseUnlessCanGoBackTo(Chain chain, long ancestorNumber) {
        refuseUnlessKnown(chain);
        ModelChain state = get(chain);
        if (ancestorNumber > state.lastProcessedBlock) {
            throw new BlockOrderException(ancestorNumber, state.lastProcessedBlock);
        }
        boolean certain =
                state.lastProcessedBlock == ancestorNumber
                        || state.blocks.containsKey(ancestorNumber)
                        || state.pruned != null && state.pruned.number() == ancestorNumber;
        boolean lowerIsStored = !state.blocks.headMap(ancestorNumber).isEmpty();
        if (!certain && (lowerIsStored || state.pruned != null)) {
            throw new NotFoundException("blockNumber", ancestorNumber);
        }
    }

    /** Whether going back does anything but drop stored blocks: a pruned one above goes, too. */
    boolean changesByGoingBackTo(Chain chain, long ancestorNumber) {
        ModelChain state = get(chain);
        return state.lastProcessedBlock != ancestorNumber
                || state.pruned != null && ancestorNumber < state.pruned.number();
    }

    /** Goes back, and returns the blocks dropped, lowest first. */
    List<Block> goBackTo(Chain chain, long ancestorNumber) {
        ModelChain state = known(chain);
        Map<Long, Block> above = state.blocks.tailMap(ancestorNumber, false);
        List<Block> dropped = List.copyOf(above.values());
        above.clear();
        if (state.pruned != null && ancestorNumber < state.pruned.number()) {
            state.pruned = null;
        }
        state.lastProcessedBlock = ancestorNumber;
        return dropped;
    }

    void refuseUnlessKnown(Chain chain) {
        if (!chains.containsKey(chain)) {
            throw new NotFoundException("chain", chain);
        }
    }

    /** Goes on from a block, and returns the blocks dropped, lowest first. */
    List<Block> reset(Block block) {
        ModelChain state = known(block.chain());
        if (isStored(block)) {
            return goBackTo(block.chain(), block.number());
        }
        List<Block> dropped = List.copyOf(state.blocks.values());
        state.blocks.clear();
        state.pruned = null;
        state.blocks.put(block.number(), block);
        state.lastProcessedBlock = block.number();
        return dropped;
    }

    /** Drops everything of a chain, and returns the blocks, lowest first. */
    List<Block> forget(Chain chain) {
        ModelChain state = known(chain);
        List<Block> dropped = List.copyOf(state.blocks.values());
        state.blocks.clear();
        state.pruned = null;
        state.lastProcessedBlock = AggregatorView.NO_BLOCK;
        return dropped;
    }

    boolean isStored(Block block) {
        Block stored = get(block.chain()).blocks.get(block.number());
        return stored != null && stored.hash().equals(block.hash());
    }

    /** Tells whether this very block is stored, and refuses when another has its number. */
    private boolean refuseUnlessSameIsStored(Block block) {
        Block stored = get(block.chain()).blocks.get(block.number());
        if (stored != null && !isStored(block)) {
            throw new BlockConflictException(block.number(), stored.hash(), block.hash());
        }
        return stored != null;
    }

    void refuseUnlessRoomForChain(Chain chain) {
        if (!chains.containsKey(chain) && chains.size() >= limits.maxChains()) {
            throw new CapacityExceededException("maxChains", limits.maxChains());
        }
    }

    /** A block lower than all those of a full history would be the very one to go. */
    private void refuseUnlessRoomForBlock(Block block) {
        int capacity = limits.blockHistoryPerChain();
        ModelChain state = get(block.chain());
        if (!state.blocks.containsKey(block.number())
                && state.blocks.tailMap(block.number()).size() >= capacity) {
            throw new CapacityExceededException("blockHistoryPerChain", capacity);
        }
    }

    private void store(Block block) {
        ModelChain state = known(block.chain());
        state.blocks.put(block.number(), block);
        dropLowestBeyondHistory(state);
    }

    private void dropLowestBeyondHistory(ModelChain state) {
        while (state.blocks.size() > limits.blockHistoryPerChain()) {
            state.prune(state.blocks.pollFirstEntry().getValue());
        }
    }

    private ModelChain known(Chain chain) {
        return chains.computeIfAbsent(chain, unknown -> new ModelChain());
    }
}
