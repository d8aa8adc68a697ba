/**
 * Reading what is published: one view of a position, live or pinned, and all reads written once
 * over it.
 */
package io.strait.engine.read;
