/**
 * The state and its rules: plain, single-threaded, driven by one command at a time. The same
 * commands applied to the same state give the same state, bit for bit: nothing here reads a clock,
 * a random number, a system property or an identity hash. Tables also tell readers what they hold
 * as of a position.
 */
package io.strait.engine.state;
