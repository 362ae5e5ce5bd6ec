package dev.parley.sandbox.soql;

import dev.parley.sandbox.schema.FieldType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.chrono.ChronoLocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How the values of one kind of field compare, with each other and with literals.
 *
 * @param <K> what values are compared as
 */
sealed interface Scale<K extends Comparable<? super K>> {
    /** What a value, which is not null, is compared as. */
    K key(Object value);

    /** What a literal stands for; empty if it is not of this kind. */
    Optional<Interval<K>> interval(Literal literal);

    /** The scale of an expression's values. */
    static Scale<?> of(Bound<?> bound, ZonedDateTime now) {
        return switch (bound.type()) {
            case ID, REFERENCE -> new Ids();
            case BOOLEAN -> new Booleans();
            case DATE -> new Dates(now.toLocalDate());
            case DATETIME -> new Moments(now);
            default -> bound.type().isNumber() ? new Numbers() : new Texts(bound.isCaseSensitive());
        };
    }

    /** Text, where upper and lower case are one unless the field is case-sensitive. */
    record Texts(boolean caseSensitive) implements Scale<String> {
        @Override
        public String key(Object value) {
            String text = value.toString();
            return caseSensitive ? text : text.toLowerCase(Locale.ROOT);
        }

        @Override
        public Optional<Interval<String>> interval(Literal literal) {
            return literal instanceof Literal.Text text
                    ? Optional.of(Interval.point(key(text.value())))
                    : Optional.empty();
        }
    }

    /** Ids, the same with 15 and with 18 characters. */
    record Ids() implements Scale<String> {
        private static final int SIGNIFICANT = 15;

        @Override
        public String key(Object value) {
            String id = value.toString();
            return id.length() > SIGNIFICANT ? id.substring(0, SIGNIFICANT) : id;
        }

        @Override
        public Optional<Interval<String>> interval(Literal literal) {
            return literal instanceof Literal.Text text
                    ? Optional.of(Interval.point(key(text.value())))
                    : Optional.empty();
        }
    }

    /** Whole and decimal numbers. */
    record Numbers() implements Scale<BigDecimal> {
        @Override
        public BigDecimal key(Object value) {
            return new BigDecimal(value.toString()).stripTrailingZeros();
        }

        @Override
        public Optional<Interval<BigDecimal>> interval(Literal literal) {
            return literal instanceof Literal.Numeral number
                    ? Optional.of(Interval.point(number.value().stripTrailingZeros()))
                    : Optional.empty();
        }
    }

    /** Check boxes. */
    record Booleans() implements Scale<Boolean> {
        @Override
        public Boolean key(Object value) {
            return (Boolean) value;
        }

        @Override
        public Optional<Interval<Boolean>> interval(Literal literal) {
            return literal instanceof Literal.Bool bool ? Optional.of(Interval.point(bool.value())) : Optional.empty();
        }
    }

    /** Days. */
    record Dates(LocalDate today) implements Scale<ChronoLocalDate> {
        @Override
        public ChronoLocalDate key(Object value) {
            return (LocalDate) value;
        }

        @Override
        public Optional<Interval<ChronoLocalDate>> interval(Literal literal) {
            if (literal instanceof Literal.DateRange range) {
                Days days = Days.named(range, today);
                return Optional.of(new Interval<>(days.from(), days.until()));
            }
            return literal instanceof Literal.Date date ? Optional.of(Interval.point(date.value())) : Optional.empty();
        }
    }

    /** Points in time. */
    record Moments(ZonedDateTime now) implements Scale<Instant> {
        @Override
        public Instant key(Object value) {
            return (Instant) value;
        }

        @Override
        public Optional<Interval<Instant>> interval(Literal literal) {
            if (literal instanceof Literal.DateRange range) {
                return Optional.of(Days.named(range, now.toLocalDate()).in(now.getZone()));
            }
            return literal instanceof Literal.DateTime moment
                    ? Optional.of(Interval.point(moment.value()))
                    : Optional.empty();
        }
    }

    /** The type's name in Salesforce's messages. */
    static String nameOf(FieldType type) {
        return switch (type) {
            case DATETIME -> "dateTime";
            case CURRENCY, PERCENT -> "double";
            case ID, REFERENCE, BOOLEAN, INT, DOUBLE, DATE -> type.apiName();
            default -> "string";
        };
    }
}
