package dev.parley.talk;

/**
 * One thing that a message is for.
 *
 * @param name of the function, such as {@code wants-human}
 * @param confidence 0 to 1: of so many judgements with this confidence, that share should be right
 * @param sentence the words of the message that it rests on
 * @param because the rule or the nearest phrase, with its place in the mapping files
 */
public record Purpose(String name, double confidence, String sentence, String because) {

    /** The sentence and the reason in one line. */
    public String evidence() {
        return "\"" + sentence + "\": " + because;
    }
}
