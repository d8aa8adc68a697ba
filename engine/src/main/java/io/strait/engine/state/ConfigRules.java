package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.error.ResultCode;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;
import io.strait.engine.flat.FlatMemory;
import io.strait.engine.flat.FlatRecords;
import io.strait.engine.image.Keys;
import io.strait.engine.image.TableImage;

/** The configurations: saved, or replaced in their old place; never deleted. */
final class ConfigRules {
    private static final String MAX_OPERATOR_SET_CONFIGS = "maxOperatorSetConfigs";

    private final Limits limits;
    private final Keys keys;
    private final FlatRecords<OperatorSetConfig> operatorSetConfigs;
    private final Table<AvsConfig, Entry<AvsConfig>> avsConfigs;

    ConfigRules(Limits limits, FlatMemory memory, Generation generation) {
        this.limits = limits;
        this.keys = memory.keys();
        this.operatorSetConfigs = memory.newConfigs();
        this.avsConfigs = new Table<>(generation, EntryIndex.ofEntriesThatStay());
    }

    void save(OperatorSetConfig config, Outcome outcome) {
        int cell = operatorSetConfigs.find(config.operatorSet().hash64(), config.operatorSet());
        if (cell != FlatRecords.NONE) {
            operatorSetConfigs.replace(cell, config);
        } else if (operatorSetConfigs.size() == limits.maxOperatorSetConfigs()) {
            outcome.refused(
                    Refusal.capacityExceeded(
                            MAX_OPERATOR_SET_CONFIGS, limits.maxOperatorSetConfigs()));
            return;
        } else {
            operatorSetConfigs.add(config);
        }
        outcome.changed();
    }

    /** The same of a configuration that comes as words; a refusal is a code alone. */
    void saveOperatorSetConfig(long[] words, int at, Outcome outcome) {
        int cell = operatorSetConfigs.find(words, at);
        if (cell != FlatRecords.NONE) {
            operatorSetConfigs.replace(cell, words, at);
        } else if (operatorSetConfigs.size() == limits.maxOperatorSetConfigs()) {
            outcome.refused(ResultCode.CAPACITY_EXCEEDED);
            return;
        } else {
            operatorSetConfigs.add(words, at);
        }
        outcome.changed();
    }

    void save(AvsConfig config, Outcome outcome) {
        long key = keys.of(config.avs().hash64());
        Entry<AvsConfig> entry = avsConfigs.find(key, config.avs());
        if (entry != null) {
            avsConfigs.update(entry, config);
        } else if (avsConfigs.size() == limits.maxAvsConfigs()) {
            outcome.refused(Refusal.capacityExceeded("maxAvsConfigs", limits.maxAvsConfigs()));
            return;
        } else {
            avsConfigs.add(new Entry<>(avsConfigs.newRow(key, config.avs(), config), config.avs()));
        }
        outcome.changed();
    }

    TableImage<AvsConfig> avsImage() {
        return avsConfigs.image();
    }
}
