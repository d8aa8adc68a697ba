/**
 * What takes rising numbers and applies them on another thread: how it is called ({@link
 * io.strait.bench.subject.Subject}), and the floors ({@link io.strait.bench.subject.Floor}), which
 * have nothing behind that, or no more than a block update. Latency in an open loop and the table
 * measure the same ones.
 */
package io.strait.bench.subject;
