package dev.parley.sandbox.calls;

/**
 * Something that is to go wrong.
 *
 * @param match what a request's method and path, a subrequest's method and URL, or a record's external id contains
 * @param times how often it happens, 1 when left out, any number of times for a negative one
 * @param status the HTTP status, 0 for the error code's own; 503 without an error code has an HTML body
 * @param errorCode Salesforce's code, null for none
 * @param delayMs by how many milliseconds the answer is delayed, after the work was done
 * @param dropAfterCommit whether the connection is closed without an answer, after the work was done
 */
public record Fault(String match, int times, int status, String errorCode, long delayMs, boolean dropAfterCommit) {
    /** Whether it keeps the work from being done. */
    public boolean refuses() {
        return status != 0 || errorCode != null;
    }
}
