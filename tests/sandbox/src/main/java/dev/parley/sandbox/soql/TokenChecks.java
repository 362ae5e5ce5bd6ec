package dev.parley.sandbox.soql;

import io.github.apexdevtools.apexparser.ApexLexer;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/** Looks a query's tokens over for what the Apex grammar takes otherwise than a query from outside. */
record TokenChecks(Refusal refusal) {
    /** The parser descends with every parenthesis: this keeps its stack bounded. */
    private static final int DEEPEST_NESTING = 100;

    private static final Set<Integer> RANGES_WITH_A_NUMBER = Set.of(
            ApexLexer.LAST_N_DAYS_N,
            ApexLexer.NEXT_N_DAYS_N,
            ApexLexer.N_DAYS_AGO_N,
            ApexLexer.LAST_N_WEEKS_N,
            ApexLexer.NEXT_N_WEEKS_N,
            ApexLexer.N_WEEKS_AGO_N,
            ApexLexer.LAST_N_MONTHS_N,
            ApexLexer.NEXT_N_MONTHS_N,
            ApexLexer.N_MONTHS_AGO_N,
            ApexLexer.LAST_N_QUARTERS_N,
            ApexLexer.NEXT_N_QUARTERS_N,
            ApexLexer.N_QUARTERS_AGO_N,
            ApexLexer.LAST_N_YEARS_N,
            ApexLexer.NEXT_N_YEARS_N,
            ApexLexer.N_YEARS_AGO_N,
            ApexLexer.LAST_N_FISCAL_QUARTERS_N,
            ApexLexer.NEXT_N_FISCAL_QUARTERS_N,
            ApexLexer.N_FISCAL_QUARTERS_AGO_N,
            ApexLexer.LAST_N_FISCAL_YEARS_N,
            ApexLexer.NEXT_N_FISCAL_YEARS_N,
            ApexLexer.N_FISCAL_YEARS_AGO_N);

    void check(List<Token> tokens) {
        List<Token> visible = tokens.stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .toList();
        checkNesting(visible);
        checkColons(visible);
        joinCategories(visible);
        joinAmounts(visible);
    }

    private void checkNesting(List<Token> tokens) {
        int depth = 0;
        for (Token token : tokens) {
            depth += token.getType() == ApexLexer.LPAREN ? 1 : token.getType() == ApexLexer.RPAREN ? -1 : 0;
            if (depth > DEEPEST_NESTING) {
                throw refusal.malformed(
                        token.getStartIndex(), "Query is nested more than " + DEEPEST_NESTING + " levels deep");
            }
        }
    }

    /** A colon belongs to {@code LAST_N_DAYS:7} and its like; its other uses are for Apex code alone. */
    private void checkColons(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            boolean numbered =
                    i > 0 && RANGES_WITH_A_NUMBER.contains(tokens.get(i - 1).getType());
            if (tokens.get(i).getType() == ApexLexer.COLON && !numbered) {
                throw refusal.malformed(tokens.get(i).getStartIndex(), "Bind variables only allowed in Apex code");
            }
        }
    }

    /** The grammar joins data categories by Apex's {@code &&} where SOQL has {@code AND}. */
    private static void joinCategories(List<Token> tokens) {
        int category = indexOfCategories(tokens);
        for (Token token : category < 0 ? List.<Token>of() : tokens.subList(category, tokens.size())) {
            if (token.getType() == ApexLexer.GROUP) {
                return;
            } else if (token.getType() == ApexLexer.SOQLAND) {
                ((WritableToken) token).setType(ApexLexer.AND);
            }
        }
    }

    private static int indexOfCategories(List<Token> tokens) {
        List<Integer> types = tokens.stream().map(Token::getType).toList();
        return Collections.indexOfSubList(types, List.of(ApexLexer.WITH, ApexLexer.DATA, ApexLexer.CATEGORY));
    }

    /** {@code EUR12.50} comes as an amount and a fraction. */
    private static void joinAmounts(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            CommonToken whole = (CommonToken) tokens.get(i - 1);
            CommonToken fraction = (CommonToken) tokens.get(i);
            boolean adjacent = whole.getStopIndex() + 1 == fraction.getStartIndex();
            if (adjacent
                    && whole.getType() == ApexLexer.IntegralCurrencyLiteral
                    && fraction.getType() == ApexLexer.NumberLiteral) {
                whole.setText(whole.getText() + fraction.getText());
                fraction.setChannel(Token.HIDDEN_CHANNEL);
            }
        }
    }
}
