package dev.parley.talk;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts text into the pieces that BERT models were trained on: the longest known beginning, then the longest rest. */
final class WordPieces {
    private static final int LONGEST_WORD = 60;

    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final int first;
    private final int last;
    private final int unknown;

    /** @param tokenizer the file {@code tokenizer.json} that comes with a model */
    WordPieces(JsonNode tokenizer) {
        tokenizer
                .path("model")
                .path("vocab")
                .properties()
                .forEach(
                        piece -> vocabulary.put(piece.getKey(), piece.getValue().intValue()));
        first = vocabulary.get("[CLS]");
        last = vocabulary.get("[SEP]");
        unknown = vocabulary.get("[UNK]");
    }

    /** Numbers of the pieces of a text in lower case, with the marks of beginning and end; at most so many. */
    long[] of(String text, int most) {
        List<Integer> pieces = new ArrayList<>(List.of(first));
        for (String word : words(text)) {
            cut(word, pieces);
        }
        int length = Math.min(pieces.size(), most - 1);
        long[] numbers = new long[length + 1];
        for (int i = 0; i < length; i++) {
            numbers[i] = pieces.get(i);
        }
        numbers[length] = last;
        return numbers;
    }

    /** Letters without accents; each punctuation mark and each Chinese character is a word. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text, Form.NFD).codePoints().forEach(c -> {
            boolean letter = Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
            if (letter) {
                word.appendCodePoint(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                flush(word, words);
                if (!Character.isWhitespace(c)) {
                    words.add(Character.toString(c));
                }
            }
        });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private void cut(String word, List<Integer> pieces) {
        List<Integer> own = new ArrayList<>();
        int start = 0;
        while (start < word.length() && word.length() <= LONGEST_WORD) {
            int end = word.length();
            Integer piece = null;
            while (end > start && piece == null) {
                piece = vocabulary.get((start == 0 ? "" : "##") + word.substring(start, end));
                end -= piece == null ? 1 : 0;
            }
            if (piece == null) {
                break;
            }
            own.add(piece);
            start = end;
        }
        if (start < word.length()) {
            pieces.add(unknown);
        } else {
            pieces.addAll(own);
        }
    }
}
