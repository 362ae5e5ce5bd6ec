package dev.parley.sandbox.chat;

/** What is no event of the conversation: who is typing, and what was read. */
interface Attention {
    /** The visitor is writing. */
    void visitor(Talk talk);

    /** An agent is writing. */
    void agent(Talk talk, String name);

    /** An agent sits down at their desk. */
    void arrived();

    /** An agent opens or closes the chat. */
    void opened(boolean now);

    /** The visitor has seen everything up to a place. */
    void readByVisitor(Talk talk, int place);

    /** An agent has seen everything up to a place. */
    void readByAgent(Talk talk, int place);
}
