package dev.parley.channel;

import com.google.common.base.Throwables;
import dev.parley.conversation.Receipt;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered to a request: a receipt once its events are durable, else the problem. */
final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private final ChannelMeters meters;

    Answers(ChannelMeters meters) {
        this.meters = meters;
    }

    /** 202, with how many events were new. */
    public void accept(@Body Receipt receipt, Message answer) {
        meters.received(receipt);
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, 202);
        answer.setHeader(Exchange.CONTENT_TYPE, "application/json");
        answer.setBody("{\"accepted\":" + receipt.accepted() + ",\"duplicates\":" + receipt.duplicates() + "}");
    }

    /** The problem's status; 503 for an exception that says none, as then the events could not be stored. */
    public void refuse(@ExchangeException Exception exception, Message answer) {
        Problem problem = problem(exception);
        meters.refused(problem);
        answer.removeHeaders("*");
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, problem.status());
        answer.setHeader(Exchange.CONTENT_TYPE, Problem.MEDIA_TYPE);
        problem.headers().forEach(answer::setHeader);
        answer.setBody(problem.toJson().toString());
    }

    /** What to tell the sender about an exception. */
    static Problem problem(Throwable exception) {
        for (Throwable cause : Throwables.getCausalChain(exception)) {
            if (cause instanceof ProblemException refusal) {
                return refusal.problem();
            }
        }
        LOG.error("Events could not be stored, the sender was told to send them again: {}", causes(exception));
        return Problem.unavailable();
    }

    /** Class names and SQL states only: a database's messages quote the values, which are people's words. */
    private static String causes(Throwable exception) {
        List<Throwable> chain = Throwables.getCausalChain(exception);
        return chain.stream()
                .map(cause -> cause.getClass().getName()
                        + (cause instanceof SQLException sql ? " (SQL state " + sql.getSQLState() + ")" : ""))
                .collect(Collectors.joining(", caused by "));
    }
}
