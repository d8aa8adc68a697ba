package io.strait.model;

import static io.strait.model.CommandStreamPool.DEPLOYMENT_IDS;
import static io.strait.model.CommandStreamPool.INFLIGHT_IDS;
import static io.strait.model.CommandStreamPool.PERFORMER_IDS;

import io.strait.api.domain.Address;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.write.ExecutorWrite.DeleteDeployment;
import io.strait.api.write.ExecutorWrite.DeleteInflightTask;
import io.strait.api.write.ExecutorWrite.DeletePerformer;
import io.strait.api.write.ExecutorWrite.ReplacePerformer;
import io.strait.api.write.ExecutorWrite.SaveDeployment;
import io.strait.api.write.ExecutorWrite.SaveInflightTask;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.api.write.ExecutorWrite.UpdateDeploymentStatus;
import io.strait.api.write.Write;
import java.util.List;

/** The writes about performers, tasks in flight and deployments. */
final class CommandStreamExecutor {
    private static final String[] ERRORS = {"", "", "no image", "ß".repeat(2_048)};

    /**
     * Statuses as often as they help a deployment along: pending, which no update can reach, is
     * rare.
     */
    private static final DeploymentStatus[] NEXT_STATUS = {
        DeploymentStatus.PENDING,
        DeploymentStatus.DEPLOYING,
        DeploymentStatus.DEPLOYING,
        DeploymentStatus.DEPLOYING,
        DeploymentStatus.RUNNING,
        DeploymentStatus.RUNNING,
        DeploymentStatus.FAILED
    };

    private static final int VARIANTS = 2;
    private static final Performer[] PERFORMERS = performers();

    private final CommandStreamDice dice;
    private final CommandStreamClock clock;

    CommandStreamExecutor(CommandStreamDice dice, CommandStreamClock clock) {
        this.dice = dice;
        this.clock = clock;
    }

    Write<?> savePerformer() {
        return new SavePerformer(dice.oneOf(PERFORMERS));
    }

    Write<?> deletePerformer() {
        return new DeletePerformer(dice.oneOf(PERFORMER_IDS));
    }

    /** Any id by any performer: by itself, by one that does not exist yet, by one that does. */
    Write<?> replacePerformer() {
        Performer replacement = dice.oneOf(PERFORMERS);
        String id = dice.percent(25) ? replacement.id() : dice.oneOf(PERFORMER_IDS);
        return new ReplacePerformer(id, replacement);
    }

    Write<?> saveInflightTask() {
        return new SaveInflightTask(
                new InflightTask(
                        dice.oneOf(INFLIGHT_IDS),
                        CommandStreamPool.avs(dice),
                        dice.percent(50) ? Address.NONE : CommandStreamPool.avs(dice),
                        Address.NONE,
                        dice.below(3),
                        clock.nowMs(),
                        dice.percent(50) ? "" : "signing"));
    }

    Write<?> deleteInflightTask() {
        return new DeleteInflightTask(dice.oneOf(INFLIGHT_IDS));
    }

    Write<?> saveDeployment() {
        return new SaveDeployment(
                new DeploymentRequest(
                        dice.oneOf(DEPLOYMENT_IDS),
                        CommandStreamPool.avs(dice),
                        "registry",
                        dice.percent(50) ? "sha256:1" : "sha256:2"));
    }

    Write<?> updateDeploymentStatus() {
        return new UpdateDeploymentStatus(
                dice.oneOf(DEPLOYMENT_IDS), dice.oneOf(NEXT_STATUS), dice.oneOf(ERRORS));
    }

    Write<?> deleteDeployment() {
        return new DeleteDeployment(dice.oneOf(DEPLOYMENT_IDS));
    }

    /** Each id for each AVS, so that saving one again may move it from one AVS to another. */
    private static Performer[] performers() {
        Performer[] performers =
                new Performer[PERFORMER_IDS.length * CommandStreamPool.AVS_COUNT * VARIANTS];
        for (int i = 0; i < performers.length; i++) {
            int variant = i % VARIANTS;
            Address avs =
                    CommandStreamPool.avs(i / VARIANTS % CommandStreamPool.AVS_COUNT, variant);
            performers[i] =
                    Performer.builder(
                                    PERFORMER_IDS[i / VARIANTS / CommandStreamPool.AVS_COUNT], avs)
                            .status("running")
                            .containerHealthy(variant == 0)
                            .environmentVariables(
                                    List.of(new EnvironmentVariable("VARIANT", "" + variant, "")))
                            .build();
        }
        return performers;
    }
}
