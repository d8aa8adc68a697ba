package io.strait.engine.image;

import io.strait.api.domain.Chain;

/**
 * A chain as published.
 *
 * @param chain the chain
 * @param head where its last processed block is read
 * @param blocks where it is read what leads to its stored blocks
 */
public record ChainImage(Chain chain, ChainHead head, ChainHead blocks) {}
