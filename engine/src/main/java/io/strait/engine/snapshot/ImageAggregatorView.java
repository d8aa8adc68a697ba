package io.strait.engine.snapshot;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.internal.Require;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.Row;
import io.strait.engine.image.StateImage;
import io.strait.engine.image.TableImage;
import io.strait.engine.image.TrieList;
import io.strait.engine.image.TrieNode;
import java.util.List;
import java.util.Optional;

/**
 * The aggregator's reads over an image, which is all but those of tasks and heads. Reads by key
 * allocate nothing.
 */
abstract class ImageAggregatorView implements AggregatorView {
    /** The image to read from: one per call of a read. */
    abstract StateImage image();

    @Override
    public final Optional<Block> getBlock(Chain chain, long blockNumber) {
        Require.notNull("chain", chain);
        Require.notNegative("blockNumber", blockNumber);
        Object candidate = blocks(chain).candidate(blockNumber);
        Row<Block> row = blockRow(candidate);
        return row == null || row.key() != blockNumber ? Optional.empty() : row.optional();
    }

    @Override
    public final Optional<Block> getLastBlock(Chain chain) {
        Row<Block> last = blocks(Require.notNull("chain", chain)).last();
        return last == null ? Optional.empty() : last.optional();
    }

    @Override
    public final List<Block> listBlocks(Chain chain) {
        return TableImage.values(blocks(Require.notNull("chain", chain)));
    }

    @Override
    public final List<Chain> listChains() {
        return new TrieList<>(image().chains().byOrder(), row -> row.value().chain());
    }

    @Override
    public final Optional<OperatorSetConfig> getOperatorSetConfig(OperatorSet operatorSet) {
        Require.notNull("operatorSet", operatorSet);
        StateImage from = image();
        return from.operatorSetConfigs().get(from.keys().of(operatorSet.hash64()), operatorSet);
    }

    @Override
    public final List<OperatorSetConfig> listOperatorSetConfigs() {
        return image().operatorSetConfigs().list();
    }

    @Override
    public final Optional<AvsConfig> getAvsConfig(Address avs) {
        Require.notNull("avs", avs);
        StateImage from = image();
        return from.avsConfigs().get(from.keys().of(avs.hash64()), avs);
    }

    @Override
    public final List<AvsConfig> listAvsConfigs() {
        return image().avsConfigs().list();
    }

    static ChainImage chain(StateImage from, Chain chain) {
        Row<ChainImage> row =
                Row.find(from.chains().byKey(), from.keys().of(chain.hash64()), chain);
        return row == null ? null : row.value();
    }

    private TrieNode<Row<Block>> blocks(Chain chain) {
        ChainImage chainImage = chain(image(), chain);
        return chainImage == null ? TrieNode.empty() : chainImage.blocks();
    }

    /** Block numbers are keys themselves, so no two blocks share one. */
    @SuppressWarnings("unchecked")
    private static Row<Block> blockRow(Object candidate) {
        return (Row<Block>) candidate;
    }
}
