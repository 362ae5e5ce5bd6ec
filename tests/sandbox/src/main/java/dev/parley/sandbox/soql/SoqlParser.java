package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SalesforceError;
import io.github.apexdevtools.apexparser.ApexLexer;
import io.github.apexdevtools.apexparser.ApexParser;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Reads SOQL text into a {@link Query} by the SOQL rules of the Apex grammar. */
final class SoqlParser {
    /** Salesforce's own limit, in characters. */
    private static final int LONGEST_QUERY = 100_000;

    private final String soql;
    private final Refusal refusal;

    private SoqlParser(String soql) {
        this.soql = soql;
        this.refusal = new Refusal(soql);
    }

    /**
     * Reads a query.
     *
     * @throws SalesforceError {@code MALFORMED_QUERY} if it is none
     */
    static Query parse(String soql) {
        if (soql.length() > LONGEST_QUERY) {
            throw SalesforceError.badRequest(
                    Refusal.MALFORMED_QUERY, "SOQL statements cannot be longer than " + LONGEST_QUERY + " characters.");
        }
        SoqlParser parser = new SoqlParser(soql);
        return new QueryReader(parser.refusal).read(parser.tree());
    }

    private ApexParser.QueryContext tree() {
        CommonTokenStream tokens = tokens();
        try {
            return quickly(tokens);
        } catch (ParseCancellationException notQuickly) {
            tokens.seek(0);
            return thoroughly(tokens);
        }
    }

    private CommonTokenStream tokens() {
        ApexLexer lexer = new ApexLexer(new SoqlCharacters(soql));
        lexer.removeErrorListeners();
        lexer.addErrorListener(new FirstError());
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        new TokenChecks(refusal).check(tokens.getTokens());
        return tokens;
    }

    private ApexParser.QueryContext quickly(CommonTokenStream tokens) {
        ApexParser parser = new ApexParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return wholly(parser);
    }

    private ApexParser.QueryContext thoroughly(CommonTokenStream tokens) {
        ApexParser parser = new ApexParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new FirstError());
        return wholly(parser);
    }

    private ApexParser.QueryContext wholly(ApexParser parser) {
        ApexParser.QueryContext query = parser.query();
        Token next = parser.getCurrentToken();
        if (next.getType() != Token.EOF) {
            throw refusal.unexpected(next.getStartIndex(), next.getText());
        }
        return query;
    }

    /** Turns the first error into a refusal. */
    private final class FirstError extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException cause) {
            if (symbol instanceof Token token) {
                throw refusal.unexpected(token.getStartIndex(), token.getText());
            }
            int at = ((ApexLexer) recognizer)._tokenStartCharIndex;
            throw refusal.malformed(
                    at,
                    "line " + line + ":" + column + " no viable alternative at character '"
                            + soql.codePoints()
                                    .skip(at)
                                    .limit(1)
                                    .mapToObj(Character::toString)
                                    .findFirst()
                                    .orElse("<EOF>")
                            + "'");
        }
    }
}
