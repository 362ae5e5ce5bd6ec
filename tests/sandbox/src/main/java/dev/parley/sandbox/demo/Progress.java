package dev.parley.sandbox.demo;

/** Tells a person how far a task has come. */
interface Progress extends AutoCloseable {

    /** So many are done, of the total. */
    void done(int count);

    @Override
    void close();
}
