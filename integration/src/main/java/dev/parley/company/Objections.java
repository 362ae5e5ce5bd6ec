package dev.parley.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What speaks against linking an account without asking, a sentence each. */
final class Objections {

    private static final double UNLIKE = 0.3;

    private final Gathered gathered;
    private final Finding finding;
    private final List<String> sentences = new ArrayList<>();

    private Objections(Gathered gathered, Finding finding) {
        this.gathered = gathered;
        this.finding = finding;
    }

    static List<String> to(Finding finding, Gathered gathered) {
        Objections objections = new Objections(gathered, finding);
        objections.otherName();
        objections.otherHost();
        objections.otherPhone();
        objections.otherCountry();
        objections.sentences.addAll(lookalikes(gathered));
        return objections.sentences;
    }

    /** Domains of accounts that the visitor's domain only looks like. */
    static List<String> lookalikes(Gathered gathered) {
        return gathered.among(gathered.lookalikes()).stream()
                .map(candidate -> "the domain %s looks like %s of %s and is another"
                        .formatted(
                                gathered.domains().get(0).host().registrable(),
                                Host.ofWebsite(candidate.company().website())
                                        .map(Host::registrable)
                                        .orElse(""),
                                shown(candidate)))
                .toList();
    }

    private void otherName() {
        Candidate chosen = finding.candidate();
        boolean unlike =
                gathered.sight().said() && chosen.nameLikeness() < UNLIKE && !chosen.has(CompanyFeature.NAME_IN_DOMAIN);
        if (unlike) {
            sentences.add("the company that the visitor names is not called like " + shown(chosen));
        }
        for (CompanyName name : gathered.sight().names()) {
            other(candidate -> isCalled(candidate, name) && !sisters(candidate, chosen))
                    .filter(candidate -> !isCalled(chosen, name))
                    .ifPresent(candidate -> sentences.add("another account is named in the talk: " + shown(candidate)));
        }
    }

    private void otherHost() {
        for (Domains domain : gathered.domains()) {
            boolean elsewhere = !domain.accounts().isEmpty()
                    && domain.accounts().stream()
                            .noneMatch(account -> account.id().equals(finding.id()));
            if (elsewhere) {
                sentences.add("%s is the domain of %s"
                        .formatted(
                                domain.host().registrable(),
                                shown(gathered.on(domain).get(0))));
            }
        }
    }

    private void otherPhone() {
        if (!finding.candidate().has(CompanyFeature.PHONE_SAME)) {
            other(candidate -> candidate.has(CompanyFeature.PHONE_SAME))
                    .ifPresent(candidate -> sentences.add("the telephone number is that of " + shown(candidate)));
        }
    }

    /** A group's mail domain is the same in all countries, and its accounts are not. */
    private void otherCountry() {
        if (finding.byHost() && finding.candidate().has(CompanyFeature.COUNTRY_CONFLICT)) {
            other(candidate -> candidate.has(CompanyFeature.COUNTRY_SAME) && candidate.has(CompanyFeature.DOMAIN_SAME))
                    .ifPresent(candidate -> sentences.add("in the visitor's country it is " + shown(candidate)));
        }
    }

    private Optional<Candidate> other(Predicate<Candidate> which) {
        return gathered.candidates().stream()
                .filter(candidate -> !candidate.company().id().equals(finding.id()))
                .filter(which)
                .findFirst();
    }

    private static boolean isCalled(Candidate candidate, CompanyName name) {
        return CompanyName.of(candidate.company().name()).compact().equals(name.compact());
    }

    private static boolean sisters(Candidate one, Candidate other) {
        return one.has(CompanyFeature.DOMAIN_SAME) && other.has(CompanyFeature.DOMAIN_SAME);
    }

    private static String shown(Candidate candidate) {
        return candidate.company().name() + " (" + candidate.company().id() + ")";
    }
}
