package dev.parley.sandbox.soql;

import java.util.List;
import java.util.Locale;

/** What a query reads from a record: a field, or a function of one. */
sealed interface Expression {

    /** Offset of the expression in the query's text, for error messages. */
    int at();

    /** Whether it sums up many records. */
    boolean isAggregate();

    /** The expression as Salesforce quotes it in a message. */
    String spelled();

    /** A field, reached by zero or more relationships: {@code Account.Owner.Name}. */
    record Path(List<String> names, int at) implements Expression {

        /** The field's own name. */
        String last() {
            return names.get(names.size() - 1);
        }

        @Override
        public boolean isAggregate() {
            return false;
        }

        @Override
        public String spelled() {
            return String.join(".", names);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Path path && spelled().equalsIgnoreCase(path.spelled());
        }

        @Override
        public int hashCode() {
            return spelled().toLowerCase(Locale.ROOT).hashCode();
        }
    }

    /** A function; {@code argument} is null for {@code COUNT()} only. */
    record Call(Function function, Expression argument, int at) implements Expression {

        @Override
        public boolean isAggregate() {
            return function.isAggregate() || (argument != null && argument.isAggregate());
        }

        @Override
        public String spelled() {
            return function.name().toLowerCase(Locale.ROOT) + "(" + (argument == null ? "" : argument.spelled()) + ")";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Call call && spelled().equalsIgnoreCase(call.spelled());
        }

        @Override
        public int hashCode() {
            return spelled().toLowerCase(Locale.ROOT).hashCode();
        }
    }
}
