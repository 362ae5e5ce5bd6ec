package dev.parley.crm.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.crm.Change;
import dev.parley.crm.ChangeFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Salesforce's Change Data Capture, over CometD. The subscription keeps itself alive; one that the org refuses, for it has
 * not selected the object type, is asked for again now and then.
 */
public final class SalesforceChanges implements ChangeFeed, ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SalesforceChanges.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** So Salesforce names it where it is too old. */
    private static final String PLACE = "replayId";

    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMinutes(5);

    /**
     * Where the org refuses a place, the client begins anew by itself, but may forget to say so to the org: it then hears
     * nothing, and tells nobody. Whatever has not been heard of by then is subscribed to once more, without a place.
     */
    private static final Duration HEARD_WITHIN = Duration.ofMinutes(1);

    private final CamelContext context;
    private final SalesforceSettings settings;
    private final Clock clock;
    private volatile Consumer<Change> taker = change -> {};
    private volatile boolean flowing;
    private volatile boolean stopping;
    private volatile boolean placeForgotten;
    private volatile Instant notBefore = Instant.MIN;
    private final Set<String> unheard = ConcurrentHashMap.newKeySet();
    private volatile Instant doubtedFrom = Instant.MAX;
    private ChangeRoutes routes;

    /** Makes it; nothing is asked before {@link #follow}. */
    public SalesforceChanges(CamelContext context, SalesforceSettings settings, Clock clock) {
        this.context = context;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized boolean follow(
            Collection<String> sobjects, Function<String, Long> after, Consumer<Change> changes) {
        Instant now = clock.instant();
        doubt(now);
        if (flowing || now.isBefore(notBefore)) {
            return flowing;
        }
        notBefore = now.plus(BEFORE_ANOTHER_TRY);
        taker = changes;
        try {
            stop();
            Function<String, Long> places = placeForgotten ? sobject -> null : after;
            routes = new ChangeRoutes(settings, this, sobjects, places);
            placeForgotten = false;
            sobjects.stream().filter(sobject -> places.apply(sobject) != null).forEach(unheard::add);
            doubtedFrom = now.plus(HEARD_WITHIN);
            flowing = true;
            context.addRoutes(routes);
        } catch (Exception e) {
            handleException("The org streams no change events", e);
        }
        return flowing;
    }

    private void doubt(Instant now) {
        if (!unheard.isEmpty() && now.isAfter(doubtedFrom)) {
            unheard.clear();
            placeForgotten = true;
            flowing = false;
            notBefore = Instant.MIN;
        }
    }

    /** Takes one message from the channel; public for the route. */
    public void take(String message) throws JsonProcessingException {
        Change change = ChangeReader.read(JSON.readTree(message).path("data"));
        unheard.remove(change.sobject());
        taker.accept(change);
    }

    private void stop() throws Exception {
        if (routes != null) {
            stopping = true;
            try {
                routes.leave(context);
            } finally {
                stopping = false;
            }
        }
    }

    @Override
    public void handleException(Throwable exception) {
        handleException("Change events", exception);
    }

    @Override
    public void handleException(String message, Throwable exception) {
        if (!stopping) {
            flowing = false;
            if (String.valueOf(exception.getMessage()).contains(PLACE)) {
                placeForgotten = true;
                notBefore = Instant.MIN;
            }
            LOG.warn("{}, the org is polled instead: {}", message, exception.getMessage());
        }
    }

    @Override
    public void handleException(String message, Exchange exchange, Throwable exception) {
        handleException(message, exception);
    }
}
