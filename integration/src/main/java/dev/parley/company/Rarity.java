package dev.parley.company;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How rare a name is that an account has to the letter: among very many companies, some that the CRM does not know have
 * the same one, and only words that nobody else uses tell that this is not one of them.
 *
 * @param own the name's words that are nobody's trade, place or first name, and not in everybody's mouth
 * @param elsewhere which of them accounts of other names have too
 */
record Rarity(List<String> own, Set<String> elsewhere) {

    private static final int FEWEST_LETTERS = 4;
    private static final int MOST_LOOKED_AT = 24;
    private static final int TWO = 2;
    private static final Set<String> IN_EVERYBODYS_MOUTH = Words.set("common-words.txt");

    /** Null if no account has exactly that name. */
    static Rarity of(CompanyName said, Collection<Account> found, Companies companies) throws IOException {
        List<Account> named = said == null
                ? List.of()
                : found.stream()
                        .filter(account -> account.name().compact().equals(said.compact()))
                        .toList();
        if (named.isEmpty()) {
            return null;
        }
        List<String> own =
                said.words().stream().filter(Rarity::mayTell).distinct().toList();
        Set<String> elsewhere = new HashSet<>();
        for (String word : own) {
            if (isElsewhere(word, said, named, companies)) {
                elsewhere.add(word);
            }
        }
        return new Rarity(own, elsewhere);
    }

    private static boolean mayTell(String word) {
        return word.length() >= FEWEST_LETTERS
                && Words.of(word).kind() == Words.Kind.OWN
                && LegalForm.written(List.of(word)) == null
                && !IN_EVERYBODYS_MOUTH.contains(word);
    }

    private static boolean isElsewhere(String word, CompanyName said, List<Account> named, Companies companies)
            throws IOException {
        List<Company> with = companies.containing(word, MOST_LOOKED_AT);
        return with.size() == MOST_LOOKED_AT
                || with.stream()
                        .map(Account::of)
                        .filter(other -> other.name().words().contains(word))
                        .filter(other -> !other.name().compact().equals(said.compact()))
                        .anyMatch(other -> named.stream().noneMatch(one -> ofOneHouse(one, other)));
    }

    private static boolean ofOneHouse(Account one, Account other) {
        boolean host = one.host().isPresent()
                && one.host().map(Host::registrable).equals(other.host().map(Host::registrable));
        return host
                || one.id().equals(other.company().parentId())
                || other.id().equals(one.company().parentId());
    }

    /** Whether nobody else in the org uses one of its words. */
    boolean hasWordOfItsOwn() {
        return own.stream().anyMatch(word -> !elsewhere.contains(word));
    }

    /** Whether several words that are somebody's own stand together as with nobody else. */
    boolean hasSeveralWords() {
        return own.size() >= TWO;
    }
}
