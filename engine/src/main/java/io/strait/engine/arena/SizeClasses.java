package io.strait.engine.arena;

/**
 * Which cells take each other's place: up to 64 units those of equal size, beyond that four sizes
 * to each doubling, so that a fifth at most of a cell is left unused.
 */
final class SizeClasses {
    private static final int EXACT = 64;
    private static final int EXACT_BITS = 6;
    private static final int STEP_BITS = 2;

    /** How many classes there are. */
    static final int COUNT = EXACT + (Integer.SIZE - 2 - EXACT_BITS << STEP_BITS) + 1;

    private SizeClasses() {}

    /** The class of cells of at least so many units. */
    static int of(int units) {
        if (units <= EXACT) {
            return units;
        }
        int doublings = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(units - 1);
        int step = units - 1 >>> doublings - STEP_BITS & (1 << STEP_BITS) - 1;
        return EXACT + (doublings - EXACT_BITS << STEP_BITS) + step + 1;
    }

    /** How many units the cells of a class have. */
    static int units(int sizeClass) {
        if (sizeClass <= EXACT) {
            return sizeClass;
        }
        int index = sizeClass - EXACT - 1;
        int doublings = EXACT_BITS + (index >>> STEP_BITS);
        int step = index & (1 << STEP_BITS) - 1;
        return (1 << doublings) + (step + 1 << doublings - STEP_BITS);
    }
}
