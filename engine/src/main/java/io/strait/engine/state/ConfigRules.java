package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;
import io.strait.engine.image.Keys;
import io.strait.engine.image.TableImage;

/** The configurations: saved, or replaced in their old place; never deleted. */
final class ConfigRules {
    private final Limits limits;
    private final Keys keys;
    private final Table<OperatorSetConfig, Entry<OperatorSetConfig>> operatorSetConfigs;
    private final Table<AvsConfig, Entry<AvsConfig>> avsConfigs;

    ConfigRules(Limits limits, Keys keys, Generation generation) {
        this.limits = limits;
        this.keys = keys;
        this.operatorSetConfigs = new Table<>(generation, EntryIndex.ofEntriesThatStay());
        this.avsConfigs = new Table<>(generation, EntryIndex.ofEntriesThatStay());
    }

    void save(OperatorSetConfig config, Outcome outcome) {
        save(
                operatorSetConfigs,
                keys.of(config.operatorSet().hash64()),
                config.operatorSet(),
                config,
                "maxOperatorSetConfigs",
                limits.maxOperatorSetConfigs(),
                outcome);
    }

    void save(AvsConfig config, Outcome outcome) {
        save(
                avsConfigs,
                keys.of(config.avs().hash64()),
                config.avs(),
                config,
                "maxAvsConfigs",
                limits.maxAvsConfigs(),
                outcome);
    }

    TableImage<OperatorSetConfig> operatorSetImage() {
        return operatorSetConfigs.image();
    }

    TableImage<AvsConfig> avsImage() {
        return avsConfigs.image();
    }

    private static <V> void save(
            Table<V, Entry<V>> table,
            long key,
            Object id,
            V config,
            String limit,
            int max,
            Outcome outcome) {
        Entry<V> entry = table.find(key, id);
        if (entry != null) {
            table.update(entry, config);
        } else if (table.size() == max) {
            outcome.refused(Refusal.capacityExceeded(limit, max));
            return;
        } else {
            table.add(new Entry<>(table.newRow(key, id, config), id));
        }
        outcome.changed();
    }
}
