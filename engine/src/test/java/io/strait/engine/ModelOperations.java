package io.strait.engine;

import io.strait.model.ModelEngine;

/** The operations on the model: what may come out of them, one at a time. */
public final class ModelOperations extends StoreOperations {
    /** An empty model. */
    public ModelOperations() {
        super(ModelEngine.open(config().build()));
    }
}
