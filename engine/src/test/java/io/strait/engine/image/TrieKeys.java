package io.strait.engine.image;

import java.util.Random;

/** Distributions of keys, each hard on a trie in a way of its own. */
enum TrieKeys {
    DENSE {
        @Override
        long next(Random random) {
            return random.nextInt(300);
        }
    },
    AROUND_ZERO {
        @Override
        long next(Random random) {
            return random.nextInt(300) - 150;
        }
    },
    SPARSE {
        @Override
        long next(Random random) {
            return random.nextLong() >>> random.nextInt(Long.SIZE);
        }
    },
    HASHED {
        @Override
        long next(Random random) {
            long mixed = (random.nextInt(500) + 1) * 0x9E3779B97F4A7C15L;
            return mixed ^ mixed >>> 32;
        }
    },
    /** Long common prefixes, and differences in the top group, in the lowest and in between. */
    CLUSTERED {
        @Override
        long next(Random random) {
            return (long) random.nextInt(16) << 60
                    | (long) random.nextInt(3) << 33
                    | random.nextInt(3);
        }
    },
    COLLIDING {
        @Override
        long next(Random random) {
            return random.nextInt(6) * 0x3333333333333333L;
        }
    },
    ALL_EQUAL {
        @Override
        long next(Random random) {
            return -42;
        }
    };

    abstract long next(Random random);
}
