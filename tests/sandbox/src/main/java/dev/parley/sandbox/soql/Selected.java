package dev.parley.sandbox.soql;

import java.util.List;

/** One entry of a {@code SELECT} list. */
sealed interface Selected {

    /** A field or a function of one; {@code alias} is null when none is given. */
    record Column(Expression expression, String alias) implements Selected {}

    /** Child records along a relationship, {@code (SELECT … FROM Contacts)}. */
    record Children(Query query) implements Selected {}

    /** Fields that depend on what kind of record a reference points to. */
    record TypeOf(Expression.Path reference, List<Branch> branches, List<Expression.Path> otherwise)
            implements Selected {

        /** {@code WHEN type THEN fields}. */
        record Branch(String type, List<Expression.Path> fields) {}
    }

    /** {@code FIELDS(ALL)} and its kin; {@code at} is the offset in the query's text. */
    record Fields(Extent extent, int at) implements Selected {

        /** Which of an object's fields are meant. */
        enum Extent {
            ALL,
            CUSTOM,
            STANDARD
        }
    }
}
