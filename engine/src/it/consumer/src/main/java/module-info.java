/** An application that uses Strait. */
module io.strait.consumer {
    requires io.strait.engine;
}
