package dev.parley.company;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The pieces of a name that survive a slip of the pen elsewhere in it: three characters each, its two ends among them.
 * Where words begin does not count, since people disagree about it.
 */
final class Grams extends TokenStream {

    private static final int LENGTH = 3;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String text = "";
    private int next;

    /** The same stream for the next name, since an index reads millions of them. */
    Grams over(CompanyName name) {
        text = spell(name);
        return this;
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (next + LENGTH > text.length()) {
            return false;
        }
        term.append(text, next, next + LENGTH);
        next++;
        return true;
    }

    @Override
    public void reset() {
        next = 0;
    }

    /** Each piece of a name once. */
    static Set<String> of(CompanyName name) {
        return within(spell(name));
    }

    /** Each piece of a text once. */
    static Set<String> within(String text) {
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i + LENGTH <= text.length(); i++) {
            grams.add(text.substring(i, i + LENGTH));
        }
        return grams;
    }

    private static String spell(CompanyName name) {
        return "_" + name.compact() + "_";
    }
}
