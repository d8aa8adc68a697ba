/**
 * The published form of the state: persistent tries, rows and chain heads. What is reachable from a
 * published {@link io.strait.engine.image.StateImage} never changes, but for the chain heads, which
 * keep two versions.
 */
package io.strait.engine.image;
