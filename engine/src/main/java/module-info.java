/**
 * The engine. Users need {@link io.strait.engine.Strait} and the types of {@link io.strait.api}.
 */
module io.strait.engine {
    requires transitive io.strait.api;
    requires com.lmax.disruptor;
    requires org.agrona;
    requires org.eclipse.collections.impl;

    exports io.strait.engine;
}
