package dev.parley.channel.mailbox;

import com.google.common.base.Throwables;
import dev.parley.channel.ProblemException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * A mail could not be stored and has to wait in its folder. What kept it from it may hold what people wrote, and Camel
 * logs whatever ends a route: this says its kind, and no more.
 */
final class MailWaits extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Set<Integer> LATER = Set.of(429, 503);

    /** SQL states of class 22 (data exception): the database is there, and refuses the values. */
    private static final String DATA = "22";

    /** Whether what failed is not the mail's fault, so that the same mail can be taken later. */
    static boolean isFor(RuntimeException failure) {
        List<Throwable> causes = Throwables.getCausalChain(failure);
        return causes.stream().anyMatch(MailWaits::isOutage)
                && causes.stream()
                        .noneMatch(cause -> cause instanceof SQLException sql
                                && sql.getSQLState() != null
                                && sql.getSQLState().startsWith(DATA));
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof PersistenceException
                || cause instanceof SQLException
                || (cause instanceof ProblemException refusal
                        && LATER.contains(refusal.problem().status()));
    }

    MailWaits(RuntimeException cause) {
        super("a mail waits in its folder: " + cause.getClass().getSimpleName(), null, false, false);
    }
}
