package dev.parley.sandbox;

import java.util.List;

/**
 * A stage of a sale.
 *
 * @param probability the chance of winning in per cent, unless the opportunity says otherwise
 * @param forecast the forecast category
 */
record Stage(int order, String name, int probability, boolean closed, boolean won, String forecast) {
    /** The stages of a new org. */
    static List<Stage> standard() {
        return List.of(
                open(1, "Prospecting", 10),
                open(2, "Qualification", 10),
                open(3, "Needs Analysis", 20),
                open(4, "Value Proposition", 50),
                open(5, "Id. Decision Makers", 60),
                open(6, "Perception Analysis", 70),
                open(7, "Proposal/Price Quote", 75),
                open(8, "Negotiation/Review", 90),
                new Stage(9, "Closed Won", 100, true, true, "Closed"),
                new Stage(10, "Closed Lost", 0, true, false, "Omitted"));
    }

    private static Stage open(int order, String name, int probability) {
        return new Stage(order, name, probability, false, false, "Pipeline");
    }
}
