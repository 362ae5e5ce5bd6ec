package dev.parley.sandbox.soql;

/** The functions of SOQL that the sandbox org knows, spelled as in a query. */
enum Function {
    COUNT(Kind.AGGREGATE),
    COUNT_DISTINCT(Kind.AGGREGATE),
    SUM(Kind.AGGREGATE),
    AVG(Kind.AGGREGATE),
    MIN(Kind.AGGREGATE),
    MAX(Kind.AGGREGATE),
    GROUPING(Kind.AGGREGATE),
    TOLABEL(Kind.PRESENTATION),
    FORMAT(Kind.PRESENTATION),
    CONVERTCURRENCY(Kind.PRESENTATION),
    CONVERTTIMEZONE(Kind.PRESENTATION),
    DISTANCE(Kind.MEASURE),
    CALENDAR_MONTH(Kind.DATE_PART),
    CALENDAR_QUARTER(Kind.DATE_PART),
    CALENDAR_YEAR(Kind.DATE_PART),
    DAY_IN_MONTH(Kind.DATE_PART),
    DAY_IN_WEEK(Kind.DATE_PART),
    DAY_IN_YEAR(Kind.DATE_PART),
    DAY_ONLY(Kind.DATE_PART),
    FISCAL_MONTH(Kind.DATE_PART),
    FISCAL_QUARTER(Kind.DATE_PART),
    FISCAL_YEAR(Kind.DATE_PART),
    HOUR_IN_DAY(Kind.DATE_PART),
    WEEK_IN_MONTH(Kind.DATE_PART),
    WEEK_IN_YEAR(Kind.DATE_PART);

    private enum Kind {
        AGGREGATE,
        PRESENTATION,
        MEASURE,
        DATE_PART
    }

    private final Kind kind;

    Function(Kind kind) {
        this.kind = kind;
    }

    /** Whether the function makes one value of many records. */
    boolean isAggregate() {
        return kind == Kind.AGGREGATE;
    }

    /** Whether the function takes a part of a date or of a date and time. */
    boolean isDatePart() {
        return kind == Kind.DATE_PART;
    }

    /** Whether the value is the field's own, shown in another way. */
    boolean isPresentation() {
        return kind == Kind.PRESENTATION;
    }
}
