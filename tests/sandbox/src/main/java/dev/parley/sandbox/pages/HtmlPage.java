package dev.parley.sandbox.pages;

/** A page to send to a browser. */
interface HtmlPage {

    /** The HTML document. */
    String write();

    /** Its content security policy. */
    default String policy() {
        return "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'";
    }
}
