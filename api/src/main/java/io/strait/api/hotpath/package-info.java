/**
 * The hot path: reads and writes by primitives and bytes, for threads that must not allocate, lock
 * or wait. Codes take the place of exceptions, handles that of keys, caller-owned views that of
 * values. Everything here does the same as the typed stores do, over the same state.
 */
package io.strait.api.hotpath;
