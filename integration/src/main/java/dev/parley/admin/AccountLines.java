package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.AbstractIterator;
import dev.parley.company.Company;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The accounts of a file, one a line. */
final class AccountLines extends AbstractIterator<Company> {

    private final ObjectLines lines;

    AccountLines(Path file, PrintWriter complaints) throws IOException {
        this.lines = new ObjectLines(file, complaints);
    }

    @Override
    protected Company computeNext() {
        try {
            JsonNode account = lines.next();
            if (account == null) {
                lines.close();
                return endOfData();
            }
            return company(account);
        } catch (IOException e) {
            throw new UncheckedIOException("the accounts cannot be read: " + e.getMessage(), e);
        }
    }

    private static Company company(JsonNode account) {
        return new Company(
                ObjectLines.id(account),
                ObjectLines.text(account, "name"),
                ObjectLines.text(account, "website"),
                ObjectLines.text(account, "phone"),
                ObjectLines.text(account, "country"),
                ObjectLines.text(account, "parentId"));
    }

    /** How many lines were bad so far. */
    long bad() {
        return lines.bad();
    }
}
