package dev.parley.admin;

import com.google.common.base.Throwables;
import dev.parley.channel.Problem;
import dev.parley.channel.ProblemException;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the admin's routes do with an error: tell the admin, as a problem (RFC 9457). */
final class AdminProblems extends RouteConfigurationBuilder {

    static final String ID = "admin-problems";

    private static final Logger LOG = LoggerFactory.getLogger(AdminProblems.class);

    @Override
    public void configuration() {
        routeConfiguration(ID).onException(Exception.class).handled(true).bean(this, "refuse");
    }

    /** The problem that was thrown; 503 for anything else, of which the log has more. */
    public void refuse(@ExchangeException Exception exception, Message answer) {
        Problem problem = problem(exception);
        answer.removeHeaders("*");
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, problem.status());
        answer.setHeader(Exchange.CONTENT_TYPE, Problem.MEDIA_TYPE);
        problem.headers().forEach(answer::setHeader);
        answer.setBody(problem.toJson().toString());
    }

    private static Problem problem(Exception exception) {
        for (Throwable cause : Throwables.getCausalChain(exception)) {
            if (cause instanceof ProblemException refusal) {
                return refusal.problem();
            }
        }
        LOG.error("An admin's request could not be answered: {}", causes(exception));
        return Problem.of(503, "Parley could not answer just now; see its log.");
    }

    /** Class names only: messages of a database or the CRM quote values, which are people's words. */
    private static String causes(Exception exception) {
        return Throwables.getCausalChain(exception).stream()
                .map(cause -> cause.getClass().getName())
                .collect(Collectors.joining(", caused by "));
    }
}
