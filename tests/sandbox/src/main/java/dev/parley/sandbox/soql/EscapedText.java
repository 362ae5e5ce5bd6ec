package dev.parley.sandbox.soql;

/** Undoes the escapes of a quoted string. */
final class EscapedText {
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private final StringBuilder value = new StringBuilder();
    private final StringBuilder pattern = new StringBuilder();

    private EscapedText() {}

    /** Reads what stands between the quotes. */
    static Literal.Text read(String written) {
        EscapedText text = new EscapedText();
        int i = 0;
        while (i < written.length()) {
            char c = written.charAt(i);
            i += c == '\\' ? text.escape(written, i + 1) : text.plain(c);
        }
        return new Literal.Text(text.value.toString(), text.pattern.toString());
    }

    private int plain(char c) {
        value.append(c);
        pattern.append(c);
        return 1;
    }

    /** Takes the escape whose letter stands at {@code i}; answers the length of the whole. */
    private int escape(String written, int i) {
        char letter = written.charAt(i);
        if (letter == 'u' || letter == 'U') {
            plain((char) Integer.parseInt(written.substring(i + 1, i + 1 + HEX_DIGITS), HEX));
            return 2 + HEX_DIGITS;
        }
        if (letter == '_' || letter == '%' || letter == '\\') {
            value.append(letter);
            pattern.append('\\').append(letter);
        } else {
            plain(meaning(letter));
        }
        return 2;
    }

    private static char meaning(char letter) {
        return switch (letter) {
            case 'n', 'N' -> '\n';
            case 'r', 'R' -> '\r';
            case 't', 'T' -> '\t';
            case 'b', 'B' -> '\b';
            case 'f', 'F' -> '\f';
            default -> letter;
        };
    }
}
