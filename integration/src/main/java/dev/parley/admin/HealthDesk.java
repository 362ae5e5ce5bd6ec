package dev.parley.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Says how the server is, in words as they are: Camel's own answer writes the quotes and slashes of a message escaped
 * twice.
 */
public final class HealthDesk {
    private static final String CONSUMER = "consumer:";

    /** All that the server depends on. */
    public void all(CamelContext context, Message answer) {
        tell(HealthCheckHelper.invoke(context), answer);
    }

    /** Whether events can be taken. They can while a mailbox is away. */
    public void ready(CamelContext context, Message answer) {
        tell(
                HealthCheckHelper.invokeReadiness(context).stream()
                        .filter(result -> !polls(context, result))
                        .toList(),
                answer);
    }

    /** Whether it is of a route that asks elsewhere again and again, as Camel calls the check of its consumer. */
    private static boolean polls(CamelContext context, Result result) {
        String id = result.getCheck().getId();
        Route route = id.startsWith(CONSUMER) ? context.getRoute(id.substring(CONSUMER.length())) : null;
        return route != null && route.getConsumer() instanceof ScheduledPollConsumer;
    }

    /** Whether the program itself works. */
    public void live(CamelContext context, Message answer) {
        tell(HealthCheckHelper.invokeLiveness(context), answer);
    }

    private static void tell(Collection<Result> results, Message answer) {
        boolean up = results.stream().allMatch(result -> result.getState() == State.UP);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("status", up ? "UP" : "DOWN");
        results.forEach(result -> describe(result, body.withArray("checks").addObject()));
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, up ? 200 : 503);
        answer.setBody(body.toString());
    }

    private static void describe(Result result, ObjectNode check) {
        check.put("name", result.getCheck().getId())
                .put("status", result.getState().name());
        message(result).ifPresent(message -> check.put("message", message));
    }

    private static Optional<String> message(Result result) {
        return result.getMessage().or(() -> result.getError().map(Throwable::toString));
    }
}
