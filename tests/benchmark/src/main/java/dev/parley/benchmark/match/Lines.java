package dev.parley.benchmark.match;

import com.google.common.base.Strings;
import dev.parley.company.Company;
import dev.parley.company.CompanyQuery;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Accounts and visitors as lines of a file, their values between tabs. */
final class Lines {

    private Lines() {}

    static String of(Company company) {
        return join(
                company.id(),
                company.name(),
                company.website(),
                company.phone(),
                company.country(),
                company.parentId());
    }

    static Company company(String line) {
        String[] parts = line.split("\t", -1);
        return new Company(parts[0], at(parts, 1), at(parts, 2), at(parts, 3), at(parts, 4), at(parts, 5));
    }

    static String of(Visit visit) {
        CompanyQuery query = visit.query();
        return join(
                visit.trap().name(),
                visit.account(),
                query.email(),
                query.company(),
                query.website(),
                query.phone(),
                query.country());
    }

    static Visit visit(String line) {
        String[] parts = line.split("\t", -1);
        CompanyQuery query =
                new CompanyQuery(at(parts, 2), at(parts, 3), at(parts, 4), at(parts, 5), at(parts, 6), List.of());
        return new Visit(Visit.Trap.valueOf(parts[0]), query, at(parts, 1));
    }

    private static String join(String... parts) {
        return Stream.of(parts).map(Strings::nullToEmpty).collect(Collectors.joining("\t"));
    }

    private static String at(String[] parts, int index) {
        return Strings.emptyToNull(parts[index]);
    }
}
