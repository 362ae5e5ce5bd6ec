package dev.parley.conversation;

import java.util.List;

/** Where channels put events; the only way into the store. */
public interface Inbox {

    /**
     * Stores events, folds them in and says when their conversations are due, all in one transaction: when this
     * returns, they are durable; when it throws, none was taken.
     *
     * @param events of any conversations, in any order, doubled or not
     * @return how many were new
     */
    Receipt receive(List<ChatEvent> events);
}
