package io.strait.bench.contestant;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The chains in plain maps. Not for several threads at once. */
final class PlainChains {
    private final Map<Chain, State> chains = new HashMap<>();

    long last(Chain chain) {
        State state = chains.get(chain);
        return state == null ? AggregatorView.NO_BLOCK : state.last;
    }

    Block block(Chain chain, long number) {
        State state = chains.get(chain);
        return state == null ? null : state.blocks.get(number);
    }

    void setLast(Chain chain, long number) {
        State state = known(chain);
        Rules.refuseGoingBack(number, state.last);
        state.last = number;
    }

    void refuseUnlessNext(Block block) {
        Chain chain = block.chain();
        Rules.refuseUnlessNext(
                block, last(chain), block(chain, block.number()), block(chain, block.number() - 1));
    }

    void commit(Block block, long pruneBelow) {
        State state = known(block.chain());
        state.blocks.put(block.number(), block);
        state.blocks.headMap(pruneBelow).clear();
        state.last = block.number();
    }

    PlainChains copy() {
        PlainChains copy = new PlainChains();
        chains.forEach(
                (chain, state) -> {
                    State its = copy.known(chain);
                    its.last = state.last;
                    its.blocks.putAll(state.blocks);
                });
        return copy;
    }

    private State known(Chain chain) {
        State state = chains.get(chain);
        if (state == null) {
            state = new State();
            chains.put(chain, state);
        }
        return state;
    }

    /** One chain. */
    private static final class State {
        private final TreeMap<Long, Block> blocks = new TreeMap<>();
        private long last = AggregatorView.NO_BLOCK;
    }
}
