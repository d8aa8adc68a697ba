package io.strait.engine.record;

import io.strait.api.domain.Deployment;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.DeploymentStatus;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.Words;

/**
 * A deployment:
 *
 * <pre>
 *   0   bytes of the id (8 bits) | code of the AVS's address (8) | status (16)
 *                | bytes of the error (32)
 *   1   bytes of the registry (32) | bytes of the digest (32)
 *   2   started at, ms
 *   3   completed at, ms
 *   4   id, AVS, registry, digest, error
 * </pre>
 */
public final class DeploymentWords extends IdRecordType<Deployment> {
    /** The one there is. */
    public static final DeploymentWords INSTANCE = new DeploymentWords();

    private static final DeploymentStatus[] STATUSES = DeploymentStatus.values();
    private static final int CODES = 0;
    private static final int LENGTHS = 1;
    private static final int STARTED_AT = 2;
    private static final int COMPLETED_AT = 3;
    private static final int ID = 4;
    private static final int AVS_SHIFT = 8;
    private static final int STATUS_SHIFT = 16;
    private static final int BYTE_MASK = 0xFF;
    private static final int STATUS_MASK = 0xFFFF;

    private DeploymentWords() {
        super(ID);
    }

    /** Adds the words of a deployment that is asked for: pending, and not started. */
    public static void add(DeploymentRequest request, WordBuffer target) {
        int at = target.count();
        target.add(0);
        target.add(0);
        target.add(0);
        target.add(Deployment.NOT_COMPLETED);
        int idBytes = target.addId("deploymentId", request.deploymentId());
        int avs = AddressWords.add(request.avs(), target);
        long registryBytes = target.addText("artifactRegistry", request.artifactRegistry());
        long digestBytes = target.addText("artifactDigest", request.artifactDigest());
        target.words()[at + CODES] = idBytes | avs << AVS_SHIFT;
        target.words()[at + LENGTHS] = registryBytes | digestBytes << Integer.SIZE;
    }

    /**
     * Adds the words of a deployment in another status.
     *
     * @param error the words of the error's text are in here
     */
    public static void addWithStatus(
            long[] words,
            int at,
            DeploymentStatus status,
            long completedAtMs,
            long[] error,
            int errorAt,
            int errorBytes,
            WordBuffer target) {
        int first = target.count();
        target.add(words, at, errorAt(words, at));
        target.add(error, errorAt, Words.wordCount(errorBytes));
        long idAndAvs = words[at + CODES] & (1 << STATUS_SHIFT) - 1;
        target.words()[first + CODES] =
                idAndAvs | status.ordinal() << STATUS_SHIFT | (long) errorBytes << Integer.SIZE;
        target.words()[first + COMPLETED_AT] = completedAtMs;
    }

    /** Where a deployment stands. */
    public static DeploymentStatus status(long[] words, int at) {
        return STATUSES[(int) (words[at + CODES] >>> STATUS_SHIFT) & STATUS_MASK];
    }

    /** When a deployment last entered running or failed. */
    public static long completedAtMs(long[] words, int at) {
        return words[at + COMPLETED_AT];
    }

    /** Sets when a deployment was saved. */
    public static void startedAtMs(long[] words, int at, long timeMs) {
        words[at + STARTED_AT] = timeMs;
    }

    @Override
    int idBytes(long[] words, int at) {
        return (int) words[at + CODES] & BYTE_MASK;
    }

    @Override
    String id(Deployment deployment) {
        return deployment.id();
    }

    @Override
    public int wordCount(long[] words, int at) {
        return errorAt(words, at) + Words.wordCount(errorBytes(words, at));
    }

    @Override
    public Deployment decode(long[] words, int at) {
        int avs = avsCode(words, at);
        int avsAt = at + ID + Words.wordCount(idBytes(words, at));
        int registryAt = avsAt + AddressWords.wordCount(avs);
        int registryBytes = (int) words[at + LENGTHS];
        int digestBytes = (int) (words[at + LENGTHS] >>> Integer.SIZE);
        DeploymentRequest request =
                new DeploymentRequest(
                        Words.toText(words, at + ID, idBytes(words, at)),
                        AddressWords.decode(words, avsAt, avs),
                        Words.toText(words, registryAt, registryBytes),
                        Words.toText(
                                words, registryAt + Words.wordCount(registryBytes), digestBytes));
        return new Deployment(
                request,
                status(words, at),
                words[at + STARTED_AT],
                words[at + COMPLETED_AT],
                Words.toText(words, at + errorAt(words, at), errorBytes(words, at)));
    }

    private static int avsCode(long[] words, int at) {
        return (int) (words[at + CODES] >>> AVS_SHIFT) & BYTE_MASK;
    }

    private static int errorBytes(long[] words, int at) {
        return (int) (words[at + CODES] >>> Integer.SIZE);
    }

    private static int errorAt(long[] words, int at) {
        return ID
                + Words.wordCount((int) words[at + CODES] & BYTE_MASK)
                + AddressWords.wordCount(avsCode(words, at))
                + Words.wordCount((int) words[at + LENGTHS])
                + Words.wordCount((int) (words[at + LENGTHS] >>> Integer.SIZE));
    }
}
