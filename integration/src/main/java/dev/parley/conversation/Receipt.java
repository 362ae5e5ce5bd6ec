package dev.parley.conversation;

/**
 * What became of the events of one delivery once they are durable.
 *
 * @param accepted events stored for the first time
 * @param duplicates events that had been stored before, or stood in the delivery twice
 */
public record Receipt(int accepted, int duplicates) {

    static Receipt of(int events, int accepted) {
        return new Receipt(accepted, events - accepted);
    }
}
