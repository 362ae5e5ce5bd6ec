package dev.parley.sandbox.soql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A value written in a query. */
sealed interface Literal {

    /**
     * A quoted string.
     *
     * @param value with its escapes undone
     * @param pattern the same for {@code LIKE}: an escaped wildcard keeps its backslash
     */
    record Text(String value, String pattern) implements Literal {}

    /** A number, a currency amount included. */
    record Numeral(BigDecimal value) implements Literal {}

    /** {@code TRUE} or {@code FALSE}. */
    record Bool(boolean value) implements Literal {}

    /** {@code NULL}. */
    record Null() implements Literal {}

    /** A date, {@code 2026-11-23}. */
    record Date(LocalDate value) implements Literal {}

    /** A point in time, {@code 2026-11-23T12:00:00Z}. */
    record DateTime(Instant value) implements Literal {}

    /** A time of day, {@code 12:00:00Z}. */
    record Time(String value) implements Literal {}

    /** A named range of days, {@code LAST_N_DAYS:7}; {@code count} is 1 for those without a number. */
    record DateRange(String name, int count) implements Literal {}

    /** A list for {@code IN}, {@code INCLUDES} and their opposites. */
    record Values(List<Literal> values) implements Literal {}

    /** A subquery whose one column is the list. */
    record SemiJoin(Query query) implements Literal {}
}
