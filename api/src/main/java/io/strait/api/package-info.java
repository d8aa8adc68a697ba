/**
 * The stores and the engine, as users see them. Start at {@link io.strait.api.StateEngine}; the
 * engine itself is {@code io.strait.engine.Strait}.
 *
 * <p>Unless a method says otherwise: it may be called from any thread; a read neither blocks nor
 * waits; null arguments and bad ids are refused with {@link
 * io.strait.api.error.InvalidArgumentException} before anything happens; after {@code close()} it
 * throws {@link io.strait.api.error.EngineClosedException}.
 */
package io.strait.api;
