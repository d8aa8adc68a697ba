/** Bytes and texts as runs of 64-bit words: how they travel through lanes without an object. */
package io.strait.engine.bytes;
