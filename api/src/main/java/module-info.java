/**
 * What users of Strait see: the stores, their read sides, the immutable values that go in and out,
 * the write operations, the options and limits, and the typed errors. Its one dependency is Agrona,
 * for the buffer interfaces that the hot path takes.
 */
@SuppressWarnings("module") // the engine is compiled after this module
module io.strait.api {
    requires transitive org.agrona;

    exports io.strait.api;
    exports io.strait.api.domain;
    exports io.strait.api.error;
    exports io.strait.api.hotpath;
    exports io.strait.api.write;
    exports io.strait.api.internal to
            io.strait.engine;
}
