package io.strait.engine.flat;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.engine.codec.EncodedBlock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads of a chain's stored blocks as of a published position, by any thread. What the head of the
 * blocks has at the position says where they are.
 */
public final class BlockReads extends FlatReads {
    BlockReads(FlatMemory memory, boolean captured) {
        super(memory, captured);
    }

    /**
     * A block. Allocates nothing when it came as an object.
     *
     * @param chain the chain
     * @param head what the head of its blocks has at the position
     * @param position the position
     * @param number the block's number
     * @return the block, or nothing
     */
    public Optional<Block> get(Chain chain, long head, long position, long number) {
        int slot = descend(memory.nodes.chunksAcquire(), root(head), number);
        return Slot.isLeaf(slot) && number(Slot.leaf(slot)) == number
                ? block(chain, Slot.leaf(slot), position)
                : Optional.empty();
    }

    /**
     * The block with the highest number. Allocates nothing when it came as an object.
     *
     * @param chain the chain
     * @param head what the head of its blocks has at the position
     * @param position the position
     * @return the block, or nothing
     */
    public Optional<Block> last(Chain chain, long head, long position) {
        int[][] nodes = memory.nodes.chunksAcquire();
        int slot = root(head);
        for (int depth = 0; slot > 0; depth++) {
            if (depth > Slot.LEVELS) {
                // No trie is like that. Who was overtaken might go round in circles.
                throw new OvertakenException();
            }
            int node = Slot.node(slot);
            int bitmap = Nodes.bitmap(nodes, node);
            int digit = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bitmap);
            slot = bitmap == 0 ? Slot.EMPTY : Nodes.slot(nodes, node, digit);
        }
        return Slot.isLeaf(slot) ? block(chain, Slot.leaf(slot), position) : Optional.empty();
    }

    /**
     * All stored blocks, the one with the lowest number first.
     *
     * @param chain the chain
     * @param head what the head of its blocks has at the position
     * @param position the position
     * @return an immutable list, newly allocated
     */
    public List<Block> list(Chain chain, long head, long position) {
        int[] cells = cells(root(head), position);
        Block[] blocks = new Block[cells.length];
        for (int i = 0; i < cells.length; i++) {
            blocks[i] = block(chain, cells[i], position).get();
        }
        return Collections.unmodifiableList(Arrays.asList(blocks));
    }

    private static int root(long head) {
        return head < 0 ? Slot.EMPTY : (int) head;
    }

    private long number(int cell) {
        return chunk(cell)[Cells.at(cell) + BlockLayout.WORDS];
    }

    @SuppressWarnings("unchecked")
    private Optional<Block> block(Chain chain, int cell, long position) {
        return memory.objects.get(cell) instanceof Optional<?> optional
                ? (Optional<Block>) optional
                : Optional.of(decode(chain, cell, position));
    }

    private Block decode(Chain chain, int cell, long position) {
        int at = Cells.at(cell) + BlockLayout.WORDS;
        return EncodedBlock.decode(
                chain, copy(cell, at, BlockLayout.WORD_COUNT - BlockLayout.WORDS, position), 0);
    }
}
