package dev.parley.sandbox.rest;

/** A resource of the API, or a family of them. */
interface Resource {
    /**
     * Answers a request.
     *
     * @throws dev.parley.sandbox.records.SalesforceError if it is refused
     */
    Reply answer(Request request, Context context);
}
