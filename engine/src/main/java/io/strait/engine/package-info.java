/**
 * The engine: open one with {@link io.strait.engine.Strait#open}.
 *
 * <p>The architecture can be read off the packages below: {@code draft} and {@code lane} (the way
 * in), {@code record} (what travels and is stored), {@code writer} (the one thread), {@code state}
 * (what it owns, in an {@code arena}, found by an {@code index}), {@code publish} and {@code read}
 * (the way out), {@code change} (the listener), {@code lifecycle} (the end), {@code command}
 * (outcomes), and {@code bytes} and {@code access} below them all. See {@code
 * docs/ARCHITECTURE.md}.
 */
package io.strait.engine;
