package io.strait.engine;

import io.strait.api.StateEngine;
import io.strait.api.StraitConfig;
import io.strait.conformance.StateEngineConformance;

class StraitConformanceTest extends StateEngineConformance {
    @Override
    protected StateEngine open(StraitConfig config) {
        return Strait.open(config);
    }
}
