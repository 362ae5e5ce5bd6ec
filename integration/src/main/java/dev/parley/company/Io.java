package dev.parley.company;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Says what could not be done when the disk fails. */
final class Io {

    private Io() {}

    interface Act {
        void act() throws IOException;
    }

    interface Get<T> {
        T get() throws IOException;
    }

    interface Ask<A, T> {
        T ask(A what) throws IOException;
    }

    static void run(String what, Act act) {
        get(what, () -> {
            act.act();
            return what;
        });
    }

    static <T> T get(String what, Get<T> get) {
        try {
            return get.get();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot " + what + ": " + e.getMessage(), e);
        }
    }
}
