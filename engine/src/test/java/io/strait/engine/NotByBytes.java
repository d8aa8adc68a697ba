package io.strait.engine;

import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The published tests that cannot be passed by bytes and codes, each with the reason. */
final class NotByBytes implements ExecutionCondition {
    private static final String NO_HASH =
            "a code does not carry the hash, or the number, of a block that is not stored any more";

    private static final Map<String, String> REASONS =
            Map.of(
                    "SizeLimitConformance.shouldRejectCommitsWithTooManyTasks",
                    "drafts judge each task as it is added, not their number first",
                    "AggregatorFinishedTaskConformance.shouldKeepNoneWhenTheHistoryIsSwitchedOff",
                    "a code does not carry the record of a task that is gone at once",
                    "AsyncConformance.shouldApplyTheSubmissionsOfAThreadInTheirOrder",
                    "no order is kept between what a thread submits and its producer",
                    "AggregatorResetConformance"
                            + ".shouldCheckTheParentAgainstTheNewestBlockThatIsTooOld",
                    NO_HASH,
                    "AggregatorCommitConformance"
                            + ".shouldCheckTheParentByHashAgainstTheNewestBlockThatIsTooOld",
                    NO_HASH,
                    "AggregatorResetConformance"
                            + ".shouldCheckTheParentAgainstTheNewestBlockThatWasPruned",
                    NO_HASH,
                    "AggregatorResetConformance"
                            + ".shouldNotCommitWhatIsTooOldAfterTheNewerBlocksWereDeleted",
                    NO_HASH);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestMethod()
                .map(test -> test.getDeclaringClass().getSimpleName() + "." + test.getName())
                .map(REASONS::get)
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("can be passed by bytes"));
    }
}
