package dev.parley.sandbox.rest;

import dev.parley.sandbox.saving.Caller;
import dev.parley.sandbox.saving.SaveOptions;
import dev.parley.sandbox.sharing.Rights;
import java.util.Locale;

/** Reads from a request's headers how it wants its records saved, and in which language it wants an answer. */
final class Callers {
    private Callers() {}

    /** The same caller with what the request's headers say; what they leave out stays. */
    static Caller with(Caller caller, Request request) {
        SaveOptions before = caller.options();
        String assign = request.header("Sforce-Auto-Assign");
        String duplicates = request.header("Sforce-Duplicate-Rule-Header")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        SaveOptions options = new SaveOptions(
                assign.isBlank() ? before.autoAssign() : assign,
                duplicates.isEmpty() ? before.allowDuplicates() : duplicates.contains("allowsave=true"),
                duplicates.isEmpty() ? before.duplicateDetails() : duplicates.contains("includerecorddetails=true"));
        String language = request.header("Sandbox-Language");
        Rights rights = caller.rights();
        return new Caller(language.isBlank() ? rights : rights.in(language), options);
    }
}
