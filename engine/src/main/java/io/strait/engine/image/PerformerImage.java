package io.strait.engine.image;

import io.strait.api.domain.Performer;

/**
 * The performers as published.
 *
 * @param table all performers
 * @param byAvs the performers of each AVS that has any, the one first saved first
 */
public record PerformerImage(
        TableImage<Performer> table, TrieNode<Row<TrieNode<Row<Performer>>>> byAvs) {}
