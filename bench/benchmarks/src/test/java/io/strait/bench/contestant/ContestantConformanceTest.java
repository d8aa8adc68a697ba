package io.strait.bench.contestant;

import org.junit.jupiter.api.Nested;

/**
 * Every contestant follows the API's rules, by the suites that Strait itself is held to. Block
 * updates go through the followers that are measured: seen to fail for both kinds of producers when
 * {@link ProducerChainFollower} sets the number after the one that it is given, and when it does
 * not look at how many were refused.
 */
class ContestantConformanceTest {

    @Nested
    class StraitSync extends OfKind {
        StraitSync() {
            super(ContestantKind.STRAIT_SYNC);
        }
    }

    @Nested
    class StraitAsync extends OfKind {
        StraitAsync() {
            super(ContestantKind.STRAIT_ASYNC);
        }
    }

    @Nested
    class StraitShared extends OfKind {
        StraitShared() {
            super(ContestantKind.STRAIT_SHARED);
        }
    }

    @Nested
    class StraitExclusive extends OfKind {
        StraitExclusive() {
            super(ContestantKind.STRAIT_EXCLUSIVE);
        }
    }

    @Nested
    class StraitReader extends OfKind {
        StraitReader() {
            super(ContestantKind.STRAIT_READER);
        }
    }

    @Nested
    class Locked extends OfKind {
        Locked() {
            super(ContestantKind.LOCKED);
        }
    }

    @Nested
    class LockedIndexed extends OfKind {
        LockedIndexed() {
            super(ContestantKind.LOCKED_INDEXED);
        }
    }

    @Nested
    class ConcurrentMap extends OfKind {
        ConcurrentMap() {
            super(ContestantKind.CONCURRENT_MAP);
        }
    }

    @Nested
    class ConcurrentMapIndexed extends OfKind {
        ConcurrentMapIndexed() {
            super(ContestantKind.CONCURRENT_MAP_INDEXED);
        }
    }

    @Nested
    class NonBlockingMap extends OfKind {
        NonBlockingMap() {
            super(ContestantKind.NON_BLOCKING_MAP);
        }
    }

    @Nested
    class NonBlockingMapIndexed extends OfKind {
        NonBlockingMapIndexed() {
            super(ContestantKind.NON_BLOCKING_MAP_INDEXED);
        }
    }

    @Nested
    class Mvstore extends OfKind {
        Mvstore() {
            super(ContestantKind.MVSTORE);
        }
    }

    /** The suites for one kind. */
    abstract static class OfKind extends ContestantSuites {
        private final ContestantKind kind;

        OfKind(ContestantKind kind) {
            this.kind = kind;
        }

        @Override
        final String label() {
            return kind.label();
        }

        @Override
        final Contestant open(ContestantConfig config) {
            return kind.open(config);
        }
    }
}
