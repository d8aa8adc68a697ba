/**
 * Ways to cells: a hash index by key, and ordered sets; and numbers with versions. All are changed
 * in place by the writer and read by any thread as of a published position.
 */
package io.strait.engine.index;
