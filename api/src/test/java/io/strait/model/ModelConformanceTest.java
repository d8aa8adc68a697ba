package io.strait.model;

import io.strait.api.StateEngine;
import io.strait.api.StraitConfig;
import io.strait.conformance.StateEngineConformance;

class ModelConformanceTest extends StateEngineConformance {
    @Override
    protected StateEngine open(StraitConfig config) {
        return ModelEngine.open(config);
    }
}
