package io.strait.engine.command;

import io.strait.api.domain.Chain;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.internal.Require;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for chains, so that a slot can name one without a reference. A number once given stays.
 * Not part of the state: the writer turns the number back into the chain before it applies.
 */
public final class ChainHandles {
    private static final int INITIAL_CAPACITY = 16;

    private final int maxChains;
    private final Map<Chain, Handle> handles = new HashMap<>();

    /**
     * The chains by number. Written under the monitor of this; a number reaches the writer through
     * a lane, and with it the array that has its chain.
     */
    private volatile Chain[] chains = new Chain[INITIAL_CAPACITY];

    /**
     * No handles yet.
     *
     * @param maxChains how many there may be
     */
    public ChainHandles(int maxChains) {
        this.maxChains = maxChains;
    }

    /**
     * The handle of a chain. Any thread.
     *
     * @param chain the chain
     * @return the same handle each time
     */
    public synchronized ChainHandle handle(Chain chain) {
        Handle known = handles.get(Require.notNull("chain", chain));
        return known == null ? add(chain) : known;
    }

    /**
     * The number behind a handle. Any thread; allocates nothing.
     *
     * @param handle a handle
     * @return its number, from 0
     * @throws InvalidArgumentException when it is null or another engine's
     */
    public int indexOf(ChainHandle handle) {
        if (handle instanceof Handle own && own.owner == this) {
            return own.index;
        }
        throw new InvalidArgumentException("chain", handle, "must be a handle of this engine");
    }

    /**
     * The chain of a number. Any thread that got the number from a handle.
     *
     * @param index the number
     * @return the chain
     */
    public Chain chain(int index) {
        return chains[index];
    }

    private Handle add(Chain chain) {
        int index = handles.size();
        if (index == maxChains) {
            throw new CapacityExceededException("maxChains", maxChains);
        }
        Chain[] grown = index < chains.length ? chains : Arrays.copyOf(chains, 2 * index);
        grown[index] = chain;
        chains = grown;
        Handle added = new Handle(this, chain, index);
        handles.put(chain, added);
        return added;
    }

    private static final class Handle implements ChainHandle {
        private final ChainHandles owner;
        private final Chain chain;
        private final int index;

        Handle(ChainHandles owner, Chain chain, int index) {
            this.owner = owner;
            this.chain = chain;
            this.index = index;
        }

        @Override
        public Chain chain() {
            return chain;
        }

        @Override
        public String toString() {
            return chain.toString();
        }
    }
}
