package io.strait.engine.writer;

/** The steps of the writer at which a test can make it fail, stall or call back. */
public enum WriterStep {
    /** Before a command is applied. */
    BEFORE_APPLY,
    /** After a command was applied, before its outcome is taken down. */
    AFTER_APPLY,
    /** Before a batch is published. */
    BEFORE_PUBLISH,
    /** After a batch was published, before anybody is told. */
    AFTER_PUBLISH,
    /** After everybody was told. */
    AFTER_ACKNOWLEDGE
}
