package io.strait.bench.contestant;

import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.bench.contestant.VersionedKeys.AvsSequence;
import io.strait.bench.contestant.VersionedKeys.BlockKey;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * An MVStore's maps.
 *
 * @param tasks the tasks by id
 * @param pending the pending ones in the order of saving
 * @param pendingByAvs the same by AVS
 * @param lastBlocks the last processed blocks
 * @param blocks the stored blocks
 * @param configs the operator sets' configurations
 * @param performers the performers by id
 * @param performerOrder the performers in the order in which they were first saved
 */
record VersionedState(
        MVMap<String, Sequenced<TaskRecord>> tasks,
        MVMap<Long, Task> pending,
        MVMap<AvsSequence, Task> pendingByAvs,
        MVMap<Chain, Long> lastBlocks,
        MVMap<BlockKey, Block> blocks,
        MVMap<OperatorSet, OperatorSetConfig> configs,
        MVMap<String, Sequenced<Performer>> performers,
        MVMap<Long, Performer> performerOrder) {

    static VersionedState open(MVStore store) {
        return new VersionedState(
                map(store, "tasks", StringDataType.INSTANCE),
                map(store, "pending", LongDataType.INSTANCE),
                map(store, "pendingByAvs", ReferenceType.ofKeys(AvsSequence.ORDER)),
                map(store, "lastBlocks", ReferenceType.ofKeys(VersionedKeys.BY_CHAIN)),
                map(store, "blocks", ReferenceType.ofKeys(BlockKey.ORDER)),
                map(store, "configs", ReferenceType.ofKeys(VersionedKeys.BY_OPERATOR_SET)),
                map(store, "performers", StringDataType.INSTANCE),
                map(store, "performerOrder", LongDataType.INSTANCE));
    }

    /** The same maps as they stand now, for ever. Consistent when nobody writes meanwhile. */
    VersionedState at(long version) {
        return new VersionedState(
                tasks.openVersion(version),
                pending.openVersion(version),
                pendingByAvs.openVersion(version),
                lastBlocks.openVersion(version),
                blocks.openVersion(version),
                configs.openVersion(version),
                performers.openVersion(version),
                performerOrder.openVersion(version));
    }

    private static <K, V> MVMap<K, V> map(MVStore store, String name, DataType<K> keys) {
        return store.openMap(
                name,
                new MVMap.Builder<K, V>().keyType(keys).valueType(ReferenceType.<V>ofValues()));
    }

    /** A value with its place in the order of saving. */
    record Sequenced<V>(long sequence, V value) {}
}
