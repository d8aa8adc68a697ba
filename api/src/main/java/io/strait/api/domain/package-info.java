/**
 * The values that go in and out of the stores. All are immutable, safe to share between threads,
 * and complete: a value that breaks its own rules cannot be made. Moments are milliseconds since
 * 1970-01-01 UTC; ids are 1 to 128 bytes of UTF-8; {@code 0x} hex is equal whatever its case.
 */
package io.strait.api.domain;
