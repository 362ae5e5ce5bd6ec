package dev.parley.sandbox.soql;

/** The functions of SOQL that the sandbox org knows, spelled as in a query. */
enum Function {
    COUNT,
    COUNT_DISTINCT,
    SUM,
    AVG,
    MIN,
    MAX,
    GROUPING,
    TOLABEL,
    FORMAT,
    CONVERTCURRENCY,
    CONVERTTIMEZONE,
    DISTANCE,
    CALENDAR_MONTH,
    CALENDAR_QUARTER,
    CALENDAR_YEAR,
    DAY_IN_MONTH,
    DAY_IN_WEEK,
    DAY_IN_YEAR,
    DAY_ONLY,
    FISCAL_MONTH,
    FISCAL_QUARTER,
    FISCAL_YEAR,
    HOUR_IN_DAY,
    WEEK_IN_MONTH,
    WEEK_IN_YEAR;

    /** Whether the function makes one value of many records. */
    boolean isAggregate() {
        return ordinal() <= GROUPING.ordinal();
    }

    /** Whether the function takes a part of a date or of a date and time. */
    boolean isDatePart() {
        return ordinal() >= CALENDAR_MONTH.ordinal();
    }

    /** Whether the value is the field's own, shown in another way. */
    boolean isPresentation() {
        return this == TOLABEL || this == FORMAT || this == CONVERTCURRENCY || this == CONVERTTIMEZONE;
    }
}
