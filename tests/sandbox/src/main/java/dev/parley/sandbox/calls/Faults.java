package dev.parley.sandbox.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The faults that are set up; each is used up as it happens. */
public final class Faults {
    private final List<Pending> pending = new ArrayList<>();

    private static final class Pending {
        private final Fault fault;
        private int left;

        private Pending(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }
    }

    /** Puts these faults in place of all there were. */
    public synchronized void set(List<Fault> faults) {
        pending.clear();
        faults.forEach(fault -> pending.add(new Pending(fault)));
    }

    /** The first fault for that text that is not used up; it has then happened once more. */
    public synchronized Optional<Fault> take(String text) {
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        for (Pending each : pending) {
            if (each.left != 0 && lower.contains(each.fault.match().toLowerCase(Locale.ROOT))) {
                each.left--;
                return Optional.of(each.fault);
            }
        }
        return Optional.empty();
    }
}
