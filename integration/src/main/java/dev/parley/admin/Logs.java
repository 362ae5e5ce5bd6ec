package dev.parley.admin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** How the log looks: one line an event, time first, at the level that the settings say. */
final class Logs {

    private static final Map<String, Level> LEVELS = Map.of(
            "error", Level.SEVERE,
            "warn", Level.WARNING,
            "info", Level.INFO,
            "debug", Level.FINE,
            "trace", Level.FINEST);

    /** Libraries that tell at info what only their own developers want to know. */
    private static final Map<String, Level> QUIETER = Map.of(
            "org.hibernate", Level.WARNING,
            "org.flywaydb", Level.WARNING,
            // It knows no H2 as new as ours, and says so each time; the store tests know it.
            "org.flywaydb.core.internal.database.base", Level.SEVERE,
            "com.zaxxer.hikari", Level.WARNING,
            "org.apache.camel", Level.WARNING);

    /** Strongly held: java.util.logging forgets the level of a logger that nobody holds. */
    private static final Map<String, Logger> HELD = new ConcurrentHashMap<>();

    private Logs() {}

    /** Sets it up, unless the JVM was given a logging configuration of its own. */
    static void show(String level) {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        System.setProperty(
                "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$-7s %3$s  %5$s%6$s%n");
        Level wanted = LEVELS.get(level);
        Logger root = LogManager.getLogManager().getLogger("");
        root.setLevel(wanted);
        for (var handler : root.getHandlers()) {
            handler.setLevel(wanted);
        }
        if (wanted.intValue() >= Level.INFO.intValue()) {
            QUIETER.forEach((name, quieter) ->
                    HELD.computeIfAbsent(name, Logger::getLogger).setLevel(max(quieter, wanted)));
        }
    }

    private static Level max(Level one, Level other) {
        return one.intValue() < other.intValue() ? other : one;
    }
}
