/**
 * The typed errors. Bad arguments are {@link io.strait.api.error.InvalidArgumentException};
 * everything else is a {@link io.strait.api.error.StraitException} with a {@link
 * io.strait.api.error.ResultCode}, in three families: the state refused the write ({@link
 * io.strait.api.error.RefusedException}), the engine would not take the write or ended before it
 * told its outcome ({@link io.strait.api.error.NotAcceptedException}), or the caller stopped
 * waiting for it ({@link io.strait.api.error.OutcomeUnknownException}).
 */
package io.strait.api.error;
