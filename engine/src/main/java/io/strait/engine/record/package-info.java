/**
 * What travels and what is stored, as words: one class for each kind of record, which alone knows
 * its layout, and one for the commands that carry them. A record means the same in every process:
 * addresses, chains and ids stand in it by value.
 */
package io.strait.engine.record;
