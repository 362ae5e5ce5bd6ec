package dev.parley.channel.mailbox;

/**
 * A mail as it came from the server.
 *
 * @param bytes all of it, or its headers if it is longer than may be read
 * @param whole whether it is all of it
 * @param separator what the server has between the names of nested folders
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
record FetchedMail(byte[] bytes, boolean whole, char separator) {

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "FetchedMail[" + bytes.length + " bytes]";
    }
}
