/**
 * Latency under an open load: {@link io.strait.bench.latency.LatencyCommand} runs it, {@link
 * io.strait.bench.latency.OpenLoop} measures, {@link io.strait.bench.latency.SubjectKind} lists
 * what is measured.
 */
package io.strait.bench.latency;
