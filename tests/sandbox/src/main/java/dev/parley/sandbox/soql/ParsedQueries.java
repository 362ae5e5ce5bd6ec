package dev.parley.sandbox.soql;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the queries that were parsed last, by their text. Safe for use by many threads. */
final class ParsedQueries {
    private static final int REMEMBERED = 500;
    private static final int LONGEST_REMEMBERED = 4_000;

    private final Map<String, Query> bySoql = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Query> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The query of that text. */
    Query of(String soql) {
        Query known = remembered(soql);
        if (known != null) {
            return known;
        }
        Query parsed = SoqlParser.parse(soql);
        if (soql.length() <= LONGEST_REMEMBERED) {
            remember(soql, parsed);
        }
        return parsed;
    }

    private synchronized Query remembered(String soql) {
        return bySoql.get(soql);
    }

    private synchronized void remember(String soql, Query query) {
        bySoql.put(soql, query);
    }
}
