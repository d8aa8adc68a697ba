/**
 * Persistent tries and cells as numbers in arrays of primitives. What is in no image any more is
 * used again, so that a store of constant size allocates nothing; what a snapshot still shows is
 * left alone. One thread writes; any thread reads what was published.
 */
package io.strait.engine.flat;
