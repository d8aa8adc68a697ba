package io.strait.bench.subject;

/** A number that one thread writes and another reads, alone on its cache lines. Starts at 0. */
final class PaddedCounter extends CounterValue {
    long p20;
    long p21;
    long p22;
    long p23;
    long p24;
    long p25;
    long p26;
    long p27;
    long p28;
    long p29;
    long p30;
    long p31;
    long p32;
    long p33;
    long p34;
    long p35;

    static PaddedCounter[] array(int count) {
        PaddedCounter[] counters = new PaddedCounter[count];
        for (int i = 0; i < count; i++) {
            counters[i] = new PaddedCounter();
        }
        return counters;
    }
}
