package dev.parley.admin;

import dev.parley.channel.Problem;
import dev.parley.crm.CrmException;
import java.util.function.Supplier;

/** What the CRM must be asked for before a request can be answered. */
final class CrmAnswers {

    private CrmAnswers() {}

    /**
     * The answer.
     *
     * @throws dev.parley.channel.ProblemException 503 with the reason if the CRM cannot be asked now
     */
    static <T> T or503(Supplier<T> question) {
        try {
            return question.get();
        } catch (CrmException e) {
            throw Problem.of(503, "The CRM cannot be asked just now (" + e.kind() + "): " + e.getMessage())
                    .exception();
        }
    }
}
