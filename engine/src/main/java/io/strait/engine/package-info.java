/**
 * The engine: open one with {@link io.strait.engine.Strait#open}.
 *
 * <p>The architecture can be read off the packages below: {@code lane} (the way in), {@code
 * command} (what travels in it), {@code writer} (the one thread), {@code state} (what it owns),
 * {@code image} and {@code snapshot} (what is published and read), {@code change} (the listener),
 * {@code lifecycle} (the end).
 */
package io.strait.engine;
