package dev.parley.sandbox.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for the plugin to come to something, for a bounded time and only as long as it lives. */
final class Patience {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final PluginProcess plugin;

    Patience(PluginProcess plugin) {
        this.plugin = plugin;
    }

    /**
     * Looks again and again.
     *
     * @return whether the condition came true within the time
     * @throws IllegalStateException with the end of its log if the plugin ends meanwhile
     */
    boolean until(BooleanSupplier condition, Duration most) throws InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean()) {
            if (!plugin.isAlive()) {
                throw new IllegalStateException("The plugin ended by itself. " + plugin.lastWords());
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
        return true;
    }
}
