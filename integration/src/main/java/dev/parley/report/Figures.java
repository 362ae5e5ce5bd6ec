package dev.parley.report;

import java.util.Collections;
import java.util.Map;

/**
 * How the company's side of conversations talks. Shares are from 0 to 1, and null where there was nothing to count.
 *
 * @param messages that agents wrote
 * @param canned share of them that were made from canned replies
 * @param answered share of the visitors' questions that an agent answered; to say that the answer is still to come is
 *     none
 * @param repeated share of what visitors told an agent that they had said before, in much the same words
 * @param reciprocal share of talks in which the agent spoke, the visitor answered, and the agent answered that; the
 *     others went one way; a talk that goes on in the next week is one of each week in teams' figures
 * @param ours share of what was written, in characters, that was the agents'
 * @param medianSeconds until an agent answered; half of the answers took longer
 * @param slowSeconds one of ten answers took longer
 * @param presence share of the agents' messages that show social presence, by its kind
 */
public record Figures(
        long messages,
        Double canned,
        Double answered,
        Double repeated,
        Double reciprocal,
        Double ours,
        Long medianSeconds,
        Long slowSeconds,
        Map<String, Double> presence) {

    public Figures {
        presence = Collections.unmodifiableMap(presence);
    }
}
