package dev.parley.admin;

import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.salesforce.SalesforceCrm;
import java.time.Clock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Asks the org without a server: for commands that look and change nothing. */
final class OrgQuestions {

    private static final Logger LOG = Logger.getLogger("");

    private OrgQuestions() {}

    /**
     * Asks the org that the settings lead to.
     *
     * @throws CommandFailed if it does not answer, with what to do next
     */
    static <T> T ask(Settings settings, Function<Crm, T> question) throws Exception {
        // What Camel tells of its start is not what was asked for.
        LOG.setLevel(Level.SEVERE);
        try (CamelContext context = new DefaultCamelContext()) {
            Crm crm = SalesforceCrm.in(context, Parts.salesforce(settings), Clock.systemUTC());
            context.start();
            return question.apply(crm);
        } catch (CrmException e) {
            throw new CommandFailed(e.getMessage() + ".\n" + OrgCheck.next(e), e);
        }
    }
}
