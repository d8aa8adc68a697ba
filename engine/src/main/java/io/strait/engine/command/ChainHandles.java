package io.strait.engine.command;

import io.strait.api.domain.Chain;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.ChainHandle;

/** Numbers for chains, as many as there may be. */
public final class ChainHandles extends Handles<Chain, ChainHandle> {
    /**
     * No handles yet.
     *
     * @param maxChains how many there may be
     */
    public ChainHandles(int maxChains) {
        super("chain", "maxChains", maxChains);
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
        return value(index);
    }

    @Override
    ChainHandle newHandle(Chain value, int index) {
        return new Handle(this, value, index);
    }

    private record Handle(ChainHandles owner, Chain chain, int index) implements ChainHandle {
        @Override
        public String toString() {
            return chain.toString();
        }
    }
}
