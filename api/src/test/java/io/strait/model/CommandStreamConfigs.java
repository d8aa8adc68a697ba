package io.strait.model;

import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.write.AggregatorWrite.SaveAvsConfig;
import io.strait.api.write.AggregatorWrite.SaveOperatorSetConfig;
import io.strait.api.write.Write;
import java.util.List;

/** The writes about configurations. */
final class CommandStreamConfigs {
    private static final CurveType[] CURVES = CurveType.values();
    private static final ConsensusType[] CONSENSUS = ConsensusType.values();

    private final CommandStreamDice dice;

    CommandStreamConfigs(CommandStreamDice dice) {
        this.dice = dice;
    }

    Write<?> saveOperatorSetConfig() {
        return new SaveOperatorSetConfig(
                new OperatorSetConfig(
                        OperatorSet.of(CommandStreamPool.avs(dice), dice.below(3)),
                        dice.below(1_000),
                        dice.oneOf(CURVES),
                        dice.oneOf(CommandStreamPool.PAYLOADS),
                        dice.oneOf(CONSENSUS),
                        dice.below(10_001)));
    }

    Write<?> saveAvsConfig() {
        return new SaveAvsConfig(
                new AvsConfig(
                        CommandStreamPool.avs(dice),
                        dice.below(3),
                        List.of((long) dice.below(3), 0xFFFF_FFFFL),
                        dice.oneOf(CURVES)));
    }
}
