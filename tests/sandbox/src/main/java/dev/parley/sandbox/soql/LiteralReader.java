package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SalesforceError;
import io.github.apexdevtools.apexparser.ApexParser.DateFormulaContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.github.apexdevtools.apexparser.ApexParser.ValueContext;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads literals. */
record LiteralReader(QueryReader queries, ExpressionReader names) {
    private static final int LENGTH_OF_CURRENCY_CODE = 3;
    private static final int MOST_UNITS = 9_999;
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    Literal read(ValueContext value) {
        if (value.subQuery() != null) {
            return new Literal.SemiJoin(semiJoin(value.subQuery()));
        }
        if (value.valueList() != null) {
            return new Literal.Values(
                    value.valueList().value().stream().map(this::read).toList());
        }
        if (value.dateFormula() != null) {
            return range(value.dateFormula());
        }
        return value.StringLiteral() != null ? text(value.StringLiteral()) : plain(value);
    }

    /** A subquery in a condition takes all it finds, in no order. */
    private Query semiJoin(SubQueryContext subquery) {
        Stream.of(subquery.orderByClause(), subquery.limitClause())
                .filter(Objects::nonNull)
                .map(ParserRuleContext::getStart)
                .findFirst()
                .ifPresent(clause -> {
                    throw names.refusal().unexpected(clause.getStartIndex(), clause.getText());
                });
        return queries.read(subquery, names);
    }

    private Literal plain(ValueContext value) {
        String written = value.getText();
        if (value.NULL() != null) {
            return new Literal.Null();
        } else if (value.BooleanLiteral() != null) {
            return new Literal.Bool(Boolean.parseBoolean(written));
        } else if (value.DateLiteral() != null) {
            return new Literal.Date(parsed(value.DateLiteral(), LocalDate::parse));
        } else if (value.DateTimeLiteral() != null) {
            return new Literal.DateTime(parsed(value.DateTimeLiteral(), LiteralReader::instant));
        } else if (value.TimeLiteral() != null) {
            return new Literal.Time(written);
        }
        boolean currency = value.IntegralCurrencyLiteral() != null;
        return number(value, currency ? written.substring(LENGTH_OF_CURRENCY_CODE) : written);
    }

    private Literal number(ValueContext value, String digits) {
        try {
            return new Literal.Numeral(new BigDecimal(digits));
        } catch (NumberFormatException notANumber) {
            throw names.refusal().unexpected(value.getStart().getStartIndex(), value.getText());
        }
    }

    private Literal range(DateFormulaContext range) {
        String name = range.getStart().getText().toUpperCase(Locale.ROOT);
        if (range.signedInteger() == null) {
            return new Literal.DateRange(name, 1);
        }
        String count = range.signedInteger().getText();
        int units = count.length() > 6 ? MOST_UNITS + 1 : Integer.parseInt(count);
        if (units < 0 || units > MOST_UNITS) {
            int at = range.signedInteger().getStart().getStartIndex();
            throw names.refusal().malformed(at, "number of units out of range in " + name + ":" + count);
        }
        return new Literal.DateRange(name, units);
    }

    private static Instant instant(String written) {
        return OffsetDateTime.parse(written.toUpperCase(Locale.ROOT), DATE_TIME).toInstant();
    }

    private <T> T parsed(TerminalNode literal, Function<String, T> parse) throws SalesforceError {
        try {
            return parse.apply(literal.getText());
        } catch (DateTimeException noSuchDay) {
            throw names.refusal()
                    .malformed(literal.getSymbol().getStartIndex(), "invalid date or date time: " + literal.getText());
        }
    }

    private static Literal text(TerminalNode quoted) {
        String written = quoted.getText();
        return EscapedText.read(written.substring(1, written.length() - 1));
    }
}
