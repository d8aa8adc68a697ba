/**
 * The slow, obvious model: what the engine's state must be after any sequence of writes, written
 * from the API's Javadoc alone, with ordinary collections and linear scans. Random command streams
 * are run through it and through the engine, and compared state for state.
 */
package io.strait.model;
