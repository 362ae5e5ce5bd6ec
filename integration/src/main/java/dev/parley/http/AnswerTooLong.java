package dev.parley.http;

import java.io.IOException;

/** A server says more than anybody asked it for. */
public final class AnswerTooLong extends IOException {

    private static final long serialVersionUID = 1;

    AnswerTooLong(int most) {
        super("the answer is longer than " + most + " bytes");
    }
}
