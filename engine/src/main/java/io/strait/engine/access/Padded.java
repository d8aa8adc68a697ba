package io.strait.engine.access;

/** Keeps what precedes an object in memory off the cache lines of its own fields. */
public abstract class Padded {
    /** Where the virtual machine would else put a field of the subclass: before the padding. */
    int gap;

    long p00;
    long p01;
    long p02;
    long p03;
    long p04;
    long p05;
    long p06;
    long p07;
    long p08;
    long p09;
    long p10;
    long p11;
    long p12;
    long p13;
    long p14;
    long p15;

    /** For subclasses. */
    protected Padded() {}
}
