package io.strait.api.hotpath;

import io.strait.api.domain.Chain;

/**
 * A chain, resolved once so that the hot path need not look it up: made by {@link
 * HotPath#chainHandle}, good for that engine and for as long as it is open. Immutable; any thread
 * may use it. A handle says nothing of whether the chain has any blocks.
 */
public interface ChainHandle {
    /**
     * The chain.
     *
     * @return the chain that the handle was made for
     */
    Chain chain();
}
