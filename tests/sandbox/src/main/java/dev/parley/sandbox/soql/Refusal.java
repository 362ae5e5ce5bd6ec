package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SalesforceError;

/** Words a refusal as Salesforce does: the place in the query, a caret under it, and what is wrong. */
record Refusal(String soql) {
    static final String MALFORMED_QUERY = "MALFORMED_QUERY";
    static final String INVALID_FIELD = "INVALID_FIELD";
    static final String INVALID_TYPE = "INVALID_TYPE";
    static final String INVALID_QUERY_FILTER_OPERATOR = "INVALID_QUERY_FILTER_OPERATOR";
    private static final int SHOWN_EACH_SIDE = 40;

    /** The query breaks SOQL's grammar or rules, at that offset in its text. */
    SalesforceError malformed(int at, String what) {
        return at(at, MALFORMED_QUERY, what);
    }

    /** The token at that offset does not belong there. */
    SalesforceError unexpected(int at, String token) {
        return malformed(at, "unexpected token: '" + token + "'");
    }

    /** Something is wrong with a field. */
    SalesforceError field(int at, String what) {
        return at(at, INVALID_FIELD, what);
    }

    /** A refusal that points to an offset, counted in code points, in the query's text. */
    SalesforceError at(int at, String errorCode, String what) {
        int offset = soql.offsetByCodePoints(0, Math.min(at, soql.codePointCount(0, soql.length())));
        int rowStart = soql.lastIndexOf('\n', offset - 1) + 1;
        int row = 1
                + (int) soql.substring(0, rowStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        int column = offset - rowStart;
        return SalesforceError.badRequest(
                errorCode,
                "\n" + excerpt(rowStart, offset) + "\nERROR at Row:" + row + ":Column:" + (column + 1) + "\n" + what);
    }

    private String excerpt(int rowStart, int offset) {
        int from = Math.max(rowStart, offset - SHOWN_EACH_SIDE);
        int rowEnd = soql.indexOf('\n', offset);
        int to = Math.min(rowEnd < 0 ? soql.length() : rowEnd, offset + SHOWN_EACH_SIDE);
        return soql.substring(from, to) + "\n" + " ".repeat(offset - from) + "^";
    }
}
