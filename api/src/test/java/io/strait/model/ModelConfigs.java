package io.strait.model;

import io.strait.api.Limits;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.error.CapacityExceededException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Both kinds of configuration, each in the order in which they were first saved. */
final class ModelConfigs {
    final Map<OperatorSet, OperatorSetConfig> ofOperatorSets = new LinkedHashMap<>();
    final Map<Address, AvsConfig> ofAvss = new LinkedHashMap<>();
    private final Limits limits;

    ModelConfigs(Limits limits) {
        this.limits = limits;
    }

    ModelConfigs copy() {
        ModelConfigs copy = new ModelConfigs(limits);
        copy.ofOperatorSets.putAll(ofOperatorSets);
        copy.ofAvss.putAll(ofAvss);
        return copy;
    }

    Outcome save(OperatorSetConfig config) {
        OperatorSet key = config.operatorSet();
        if (!ofOperatorSets.containsKey(key)
                && ofOperatorSets.size() >= limits.maxOperatorSetConfigs()) {
            throw new CapacityExceededException(
                    "maxOperatorSetConfigs", limits.maxOperatorSetConfigs());
        }
        ofOperatorSets.put(key, config);
        return Outcome.CHANGED;
    }

    Outcome save(AvsConfig config) {
        if (!ofAvss.containsKey(config.avs()) && ofAvss.size() >= limits.maxAvsConfigs()) {
            throw new CapacityExceededException("maxAvsConfigs", limits.maxAvsConfigs());
        }
        ofAvss.put(config.avs(), config);
        return Outcome.CHANGED;
    }
}
