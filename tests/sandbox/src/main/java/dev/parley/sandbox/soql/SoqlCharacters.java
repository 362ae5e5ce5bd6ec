package dev.parley.sandbox.soql;

import io.github.apexdevtools.apexparser.CaseInsensitiveInputStream;
import org.antlr.v4.runtime.CharStreams;

/**
 * The characters of a query as the Apex lexer shall see them: in lower case, and with {@code \_} and {@code \%}, which
 * SOQL has and Apex has not, looking like an escape that both have. The text of a token stays as it was written.
 */
final class SoqlCharacters extends CaseInsensitiveInputStream {
    private static final int ESCAPE_THAT_APEX_KNOWS = 'n';

    SoqlCharacters(String soql) {
        super(CharStreams.fromString(soql));
    }

    @Override
    public int LA(int offset) {
        int character = super.LA(offset);
        boolean wildcard = character == '_' || character == '%';
        return wildcard && offset > 0 && isEscaped(offset) ? ESCAPE_THAT_APEX_KNOWS : character;
    }

    private boolean isEscaped(int offset) {
        int before = before(offset);
        boolean escaped = false;
        while (super.LA(before) == '\\') {
            escaped = !escaped;
            before = before(before);
        }
        return escaped;
    }

    /** Offsets count 1, 2, … forwards and -1, -2, … backwards; there is no 0. */
    private static int before(int offset) {
        return offset == 1 ? -1 : offset - 1;
    }
}
