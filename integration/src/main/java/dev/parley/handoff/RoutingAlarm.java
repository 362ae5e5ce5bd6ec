package dev.parley.handoff;

import dev.parley.mail.Alerts;
import dev.parley.mapping.MappingFailed;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.Routing;
import java.util.function.Function;

/**
 * Asks {@code routing.yaml} about a conversation. A condition that fails stops what it decides on and nothing else: asked
 * again of the same conversation, it fails again. Who keeps the files is told, once for those files.
 */
final class RoutingAlarm {
    private final Alerts alerts;

    RoutingAlarm(Alerts alerts) {
        this.alerts = alerts;
    }

    /** @param otherwise what holds where it fails */
    <T> T ask(MappingSet files, Function<Routing, T> question, T otherwise) {
        try {
            return question.apply(files.routing());
        } catch (MappingFailed e) {
            tell(files, e);
            return otherwise;
        }
    }

    private void tell(MappingSet files, MappingFailed failed) {
        alerts.raise(
                "routing-failed:" + files.version() + ":" + failed.place(),
                "A condition fails: " + failed.place(),
                failed.place() + " " + failed.getMessage()
                        + "\n\nThe conversations for which it fails are not offered, promised anything or followed up by"
                        + " the list that it stands in; all else goes on. Mend the file, and see what it does by:"
                        + "  java -jar parley.jar mappings test\n"
                        + "It is taken up by itself, and holds for a conversation once something is said there again.\n");
    }
}
