package dev.parley.mapping;

/** A text whose every look at a character costs work: ends the regular expressions that would search for ever. */
record WatchedText(CharSequence text, Budget budget) implements CharSequence {

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        budget.work(1);
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
