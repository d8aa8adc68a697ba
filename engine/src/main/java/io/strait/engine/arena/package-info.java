/**
 * Memory for what is stored, in arrays of longs, and its life: made in a batch, let go in a batch,
 * and used again when no reader can see it. One thread makes and lets go; any thread reads what a
 * published position shows.
 */
package io.strait.engine.arena;
