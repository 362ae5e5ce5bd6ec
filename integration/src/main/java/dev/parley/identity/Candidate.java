package dev.parley.identity;

import java.util.List;

/**
 * A record that may be meant.
 *
 * @param sobject API name of its object type
 * @param id its Salesforce id
 * @param name as the CRM has it, or null
 * @param confidence how sure it is, from 0 to 1
 * @param agreement what the visitor and the record say of the same thing, where both say something
 */
public record Candidate(String sobject, String id, String name, double confidence, List<Agreement> agreement) {

    /**
     * What the visitor and the record say.
     *
     * @param field what it is: {@code email}, {@code phone}, {@code name}, {@code company}, {@code domain} or
     *     {@code country}
     * @param said by or of the visitor
     * @param holds the record's value; of another address only its domain and of another number null, for Parley keeps
     *     no more of them than hashes
     * @param agrees whether that is the same
     */
    public record Agreement(String field, String said, String holds, boolean agrees) {}

    static Candidate of(Visitor visitor, Known record, double confidence, PersonalKeys personal) {
        return new Candidate(
                record.sobject(),
                record.id(),
                record.text("Name"),
                confidence,
                Agreements.between(visitor, record, personal));
    }
}
