package io.strait.engine.snapshot;

import io.strait.api.AggregatorView;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.internal.Require;
import io.strait.engine.flat.StateReads;
import io.strait.engine.image.ChainImage;
import io.strait.engine.image.Row;
import io.strait.engine.image.StateImage;
import io.strait.engine.image.TrieList;
import java.util.List;
import java.util.Optional;

/**
 * The aggregator's reads over an image, which is all but those of tasks and heads. Reads by key
 * allocate nothing.
 */
abstract class ImageAggregatorView implements AggregatorView {
    /** The image to read from: one per call of a read. */
    abstract StateImage image();

    /** Where to read records that are not in the image. */
    abstract Records records();

    /** Where to read stored blocks. */
    abstract StoredBlocks blocks();

    @Override
    public final Optional<Block> getBlock(Chain chain, long blockNumber) {
        Require.notNull("chain", chain);
        Require.notNegative("blockNumber", blockNumber);
        return blocks().get(chain, blockNumber);
    }

    @Override
    public final Optional<Block> getLastBlock(Chain chain) {
        return blocks().last(Require.notNull("chain", chain));
    }

    @Override
    public final List<Block> listBlocks(Chain chain) {
        return blocks().list(Require.notNull("chain", chain));
    }

    @Override
    public final List<Chain> listChains() {
        return new TrieList<>(image().chains().byOrder(), row -> row.value().chain());
    }

    @Override
    public final Optional<OperatorSetConfig> getOperatorSetConfig(OperatorSet operatorSet) {
        Require.notNull("operatorSet", operatorSet);
        return records().get(StateReads::configs, operatorSet.hash64(), operatorSet);
    }

    @Override
    public final List<OperatorSetConfig> listOperatorSetConfigs() {
        return records().list(StateReads::configs);
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
}
