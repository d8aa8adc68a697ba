/**
 * The conformance suite: what every implementation of {@link io.strait.api.StateEngine} must do,
 * written against the interfaces alone. To bind all of it, extend {@link
 * io.strait.conformance.StateEngineConformance} and say how an engine is opened; to bind one suite,
 * extend that suite.
 */
package io.strait.conformance;
