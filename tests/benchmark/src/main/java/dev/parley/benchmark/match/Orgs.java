package dev.parley.benchmark.match;

import dev.parley.company.Company;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** Organisations with what real ones bring along: namesakes, groups, shared hosts, gaps. The same seed, the same ones. */
public final class Orgs {

    private static final Pattern NOT_IN_HOSTS = Pattern.compile("[^a-z0-9]+");
    private static final List<String> BUILDERS = List.of("sitekit.example", "shopbox.example", "pagesmith.example");

    private final List<Land> lands;
    private final Random random;
    private final Set<String> names = new HashSet<>();
    private final Set<String> domains = new HashSet<>();
    private int next;

    public Orgs(List<Land> lands, long seed) {
        this.lands = lands;
        this.random = new Random(seed);
    }

    /** So many accounts of a CRM. */
    public List<Company> accounts(int number) {
        List<Company> accounts = new ArrayList<>(number);
        while (accounts.size() < number) {
            int dice = random.nextInt(100);
            if (dice < 5 && accounts.size() > 100) {
                accounts.add(subsidiary(any(accounts)));
            } else if (dice < 6 && accounts.size() > 100) {
                accounts.add(namesake(any(accounts)));
            } else {
                accounts.add(fresh());
            }
        }
        return accounts;
    }

    /** A company whose name nobody had before. */
    public Company fresh() {
        Land land = any(lands);
        String bare = bare(land);
        String form = any(land.forms());
        String name = form.startsWith("~") ? form.substring(1) + " " + bare : glued(land, bare, form);
        if (!names.add(letters(name))) {
            return fresh();
        }
        return new Company(id(), name, website(bare), phone(land), land.code(), null);
    }

    /** What is left of a name when nobody minds how it is written. */
    private static String letters(String name) {
        return NOT_IN_HOSTS.matcher(Ascii.of(name)).replaceAll("");
    }

    private Company subsidiary(Company parent) {
        Land land = any(lands);
        String name = core(parent.name()) + " " + Places.of(land.code()) + " "
                + any(land.forms()).replace("~", "");
        names.add(letters(name));
        String id = parent.parentId() == null ? parent.id() : parent.parentId();
        return new Company(id(), name, parent.website(), phone(land), land.code(), id);
    }

    /** Somebody else of the same name, in another country, with a domain of their own. */
    private Company namesake(Company other) {
        Land land = any(lands);
        return new Company(
                id(),
                core(other.name()) + " " + any(land.forms()).replace("~", ""),
                website(core(other.name())),
                phone(land),
                land.code(),
                null);
    }

    private String bare(Land land) {
        String own = word(land);
        boolean glued = land.code().equals("CN") || land.code().equals("JP");
        String trade = any(land.trades());
        if (glued) {
            return own + word(land) + trade;
        }
        return switch (random.nextInt(12)) {
            case 0 -> own;
            case 1 -> own + " & " + word(land);
            case 2 -> own + " " + word(land) + " " + trade;
            case 3 -> word(land) + " " + own;
            case 4 -> Places.of(land.code()) + " " + trade + " " + own;
            case 5 -> initials() + " " + trade;
            case 6 -> own + " " + trade + " " + any(land.trades());
            case 7 -> own + "-" + trade;
            default -> own + " " + trade;
        };
    }

    private String word(Land land) {
        String word = any(land.first()) + (random.nextInt(3) != 0 ? any(land.last()) : "") + any(land.last());
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private String initials() {
        return random.ints(3, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String glued(Land land, String bare, String form) {
        return land.code().equals("CN") || land.code().equals("JP") ? bare + form : bare + " " + form;
    }

    private String core(String name) {
        return name.replaceAll(
                " (GmbH.*|AG|AB|Ltd\\.?|Limited|Inc\\.?|LLC|S\\.?[AL]\\.?|SARL|SAS|B\\.V\\.|Oy|A/S|ApS)$", "");
    }

    private String website(String bare) {
        int dice = random.nextInt(100);
        String slug = NOT_IN_HOSTS
                .matcher(Ascii.of(bare))
                .replaceAll(dice % 2 == 0 ? "" : "-")
                .replaceAll("^-|-$", "");
        slug = slug.isEmpty() ? "org" + next : slug;
        if (dice < 12) {
            return null;
        }
        if (dice < 15) {
            return "https://" + slug + next + "." + any(BUILDERS);
        }
        String domain = slug + (domains.contains(slug) ? Integer.toString(next, 36) : "");
        domains.add(domain);
        return (dice < 50 ? "https://www." : dice < 70 ? "http://" : "") + domain + ".example"
                + (dice % 7 == 0 ? "/home" : "");
    }

    private String phone(Land land) {
        int dice = random.nextInt(10);
        long number = 200_000_000L + random.nextInt(700_000_000);
        return dice < 3 ? null : "+" + land.dial() + " " + number / 1_000_000 + " " + number % 1_000_000;
    }

    private String id() {
        return "001" + String.format("%012d", next++) + "AAA";
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
