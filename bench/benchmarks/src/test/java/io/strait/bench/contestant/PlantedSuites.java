package io.strait.bench.contestant;

/** The suites for a contestant that must not pass. Run by {@link ContestantSuitesTest} alone. */
class PlantedSuites extends ContestantSuites {
    /** JUnit makes the instance, so what it is about has to be left here. */
    static PlantedFault fault;

    @Override
    String label() {
        return "planted";
    }

    @Override
    Contestant open(ContestantConfig config) {
        return fault.open(config);
    }
}
