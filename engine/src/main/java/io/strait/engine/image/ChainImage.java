package io.strait.engine.image;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;

/**
 * A chain as published.
 *
 * @param chain the chain
 * @param head where its last processed block is read; shared by all images of the chain
 * @param blocks its stored blocks by number
 */
public record ChainImage(Chain chain, ChainHead head, TrieNode<Row<Block>> blocks) {}
