package dev.parley.qualification;

import dev.parley.mapping.FunctionsMapping;
import java.util.Optional;

/** Somebody else who says what a message is for, such as a large language model. */
public interface SecondOpinion {

    /** Who that is, for people who read the evidence. */
    String name();

    /**
     * What a message is for.
     *
     * @param text of the message; anything at all
     * @param functions that there are, in the message's language
     * @return the name of one of them; empty if it is none, or the answer was not one
     * @throws NoOpinion if there is no answer in time
     */
    Optional<String> of(String text, FunctionsMapping functions);

    /** There is no answer: the first opinion stands. */
    final class NoOpinion extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Says why, without any of the text. */
        public NoOpinion(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
