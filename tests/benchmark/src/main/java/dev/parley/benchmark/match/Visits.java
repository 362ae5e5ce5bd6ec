package dev.parley.benchmark.match;

import dev.parley.benchmark.match.Visit.Trap;
import dev.parley.company.Company;
import dev.parley.company.CompanyQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Visitors of a CRM's companies and of companies that it does not have. */
public final class Visits {

    private static final List<String> FREE =
            List.of("gmail.com", "outlook.com", "gmx.de", "yahoo.com", "mailinator.com");
    private static final String FORMS =
            "[ ,]*(GmbH & Co\\. KG|GmbH|GesmbH|AG|KG|OHG|eG|SE|AB|Handelsbolag|KB|Oyj?( Ab)?|Ky|Tmi|A/S|ApS|I/S|K/S|Ltd\\.?|Limited|plc|LLP|CIC"
                    + "|Inc\\.?|LLC|Corp\\.|Co\\.|LP|SARL|SASU?|SA|SCOP|S\\.[\\w.]+|B\\.V\\.|N\\.V\\.|V\\.O\\.F\\.|Sp\\. .*|s\\.r\\.o\\.|a\\.s\\.|spol\\..*"
                    + "|Ltd\\. Şti\\.|A\\.Ş\\.|San\\..*|Α\\.Ε\\.|Ε\\.Π\\.Ε\\.|Ι\\.Κ\\.Ε\\.|Pvt\\. Ltd\\.|Private Limited|Ltda\\.|EIRELI|Pte\\.? Ltd\\.?)$";

    private final List<Company> accounts;
    private final Orgs others;
    private final Random random;
    private final Set<String> names = new HashSet<>();

    /** @param others makes companies that the accounts have not */
    public Visits(List<Company> accounts, Orgs others, long seed) {
        this.accounts = accounts;
        this.others = others;
        this.random = new Random(seed);
        accounts.forEach(account -> names.add(account.name()));
    }

    /** So many of each trap. */
    public List<Visit> of(int each) {
        List<Visit> visits = new ArrayList<>();
        for (Trap trap : Trap.values()) {
            int tries = 0;
            for (int made = 0; made < each && tries < 1000 * each; tries++) {
                Visit visit = visit(trap);
                if (visit != null) {
                    visits.add(visit);
                    made++;
                }
            }
        }
        return visits;
    }

    /** Null if a company drawn does not suit. */
    private Visit visit(Trap trap) {
        Company company = accounts.get(random.nextInt(accounts.size()));
        Company absent = others.fresh();
        String domain = domain(company);
        boolean own = domain != null && !shared(domain) && company.parentId() == null;
        return switch (trap) {
            case COMPANY_EMAIL -> own ? seen(trap, company, "info@" + domain, withoutForm(company.name()), null) : null;
            case COMPANY_EMAIL_ONLY -> own ? seen(trap, company, "j.doe@" + domain, null, null) : null;
            case SUBDOMAIN_EMAIL -> own ? seen(trap, company, "j.doe@mail." + domain, company.name(), null) : null;
            case FREE_MAIL_NAME -> seen(trap, company, free(), company.name(), null);
            case NAME_WITHOUT_FORM -> seen(trap, company, free(), withoutForm(company.name()), null);
            case NAME_WITH_TYPO -> seen(trap, company, free(), typo(company.name()), null);
            case NAME_IN_LATIN -> Ascii.of(company.name()).equalsIgnoreCase(company.name())
                    ? null
                    : seen(trap, company, free(), Ascii.of(withoutForm(company.name())), null);
            case PHONE_AND_NAME -> company.phone() == null
                    ? null
                    : seen(trap, company, free(), typo(company.name()), company.phone());
            case SHARED_HOST_WEBSITE -> domain == null || !shared(domain)
                    ? null
                    : new Visit(trap, query(free(), null, company.website(), null, null), company.id());
            case ABSENT_FREE_MAIL -> unseen(trap, free(), absent.name());
            case ABSENT_FREE_MAIL_WITHOUT_FORM -> unseen(trap, free(), withoutForm(absent.name()));
            case ABSENT_COMPANY_EMAIL -> absent.website() == null || shared(domain(absent))
                    ? null
                    : unseen(trap, "info@new-" + domain(absent), absent.name());
            case ABSENT_OTHER_FORM -> otherForm(trap, company.name());
            case ABSENT_LOOKALIKE_DOMAIN -> own && domain.contains("m")
                    ? unseen(trap, "ceo@" + domain.replaceFirst("m", "rn"), company.name())
                    : null;
            case ABSENT_SHARED_HOST_EMAIL -> unseen(trap, "me@sitekit.example", null);
            case NAMES_ANOTHER -> own
                    ? seen(trap, company, "ann@" + domain, other(company).name(), null)
                    : null;
        };
    }

    /** Null if the name with the other form is an account's too. */
    private Visit otherForm(Trap trap, String name) {
        String other = withoutForm(name) + (name.endsWith("AG") ? " GmbH" : " AG");
        return names.contains(other) ? null : unseen(trap, free(), other);
    }

    private Company other(Company company) {
        Company other = accounts.get(random.nextInt(accounts.size()));
        return other == company ? other(company) : other;
    }

    private Visit seen(Trap trap, Company company, String email, String name, String phone) {
        return new Visit(
                trap,
                query(email, name, null, phone, country(company)),
                trap == Trap.NAMES_ANOTHER ? null : company.id());
    }

    /** Most say none, and some sit elsewhere than their company. */
    private String country(Company company) {
        int dice = random.nextInt(30);
        return dice < 10 ? company.country() : dice == 10 ? other(company).country() : null;
    }

    private static Visit unseen(Trap trap, String email, String name) {
        return new Visit(trap, query(email, name, null, null, null), null);
    }

    private static CompanyQuery query(String email, String name, String website, String phone, String country) {
        return new CompanyQuery(email, name, website, phone, country, List.of());
    }

    private String free() {
        return "someone" + random.nextInt(1000) + "@" + FREE.get(random.nextInt(FREE.size()));
    }

    private static boolean shared(String domain) {
        return domain.matches(".*\\.(sitekit|shopbox|pagesmith)\\.example");
    }

    private static String domain(Company company) {
        return company.website() == null
                ? null
                : company.website().replaceFirst("^https?://(www\\.)?", "").replaceFirst("/.*", "");
    }

    public static String withoutForm(String name) {
        return name.replaceFirst("^(ООО|АО|ПАО|ЗАО|株式会社) ?", "")
                .replaceFirst("(有限责任公司|股份有限公司|集团有限公司|有限公司|株式会社|有限会社)$", "")
                .replaceFirst(FORMS, "");
    }

    /** One slip of the pen: a letter more, less, another, or two swapped. */
    public String typo(String name) {
        int last = Math.max(1, withoutForm(name).length() - 1);
        int at = random.nextInt(last);
        char letter = (char) ('a' + random.nextInt(26));
        String typed =
                switch (random.nextInt(4)) {
                    case 0 -> name.substring(0, at) + name.substring(at + 1);
                    case 1 -> name.substring(0, at) + letter + name.substring(at);
                    case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
                    default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
                };
        return typed.equals(name) ? typo(name) : typed;
    }
}
