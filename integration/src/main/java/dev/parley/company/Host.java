package dev.parley.company;

import com.google.common.net.InetAddresses;
import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A company's host name on the internet.
 *
 * @param name in lower case and in ASCII (RFC 5891), without {@code www.}
 * @param registrable the part of it that its owner registered, by the public suffix list; an ending that is not on the
 *     list counts as one label
 */
public record Host(String name, String registrable) {

    private static final int LONGEST = 2048;
    private static final Pattern SCHEME = Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//");
    private static final Pattern AFTER_HOST = Pattern.compile("[/?#\\\\].*$", Pattern.DOTALL);
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    /** The host of a web address as people write it, with or without a scheme; empty if there is none in it. */
    public static Optional<Host> ofWebsite(String website) {
        if (website == null || website.length() > LONGEST) {
            return Optional.empty();
        }
        String rest = SCHEME.matcher(website.strip()).replaceFirst("");
        rest = AFTER_HOST.matcher(rest).replaceFirst("");
        rest = rest.substring(rest.lastIndexOf('@') + 1);
        return ofDomain(PORT.matcher(rest).replaceFirst(""));
    }

    /** The company's host that a domain name stands for, in any script; empty if it is one that nobody can own. */
    public static Optional<Host> ofDomain(String domain) {
        return asciiName(domain)
                .map(InternetDomainName::from)
                .map(Host::withoutWww)
                .filter(name -> !name.isPublicSuffix())
                .map(name -> new Host(name.toString(), registrable(name)));
    }

    /** A full domain name in lower case and in ASCII (RFC 5891); empty if the text is none, or is an address. */
    static Optional<String> asciiName(String domain) {
        try {
            return Optional.of(InternetDomainName.from(IDN.toASCII(domain.strip(), IDN.ALLOW_UNASSIGNED)))
                    .filter(InternetDomainName::hasParent)
                    .map(InternetDomainName::toString)
                    .filter(name -> !InetAddresses.isInetAddress(name));
        } catch (IllegalArgumentException noDomainName) {
            return Optional.empty();
        }
    }

    /** The host itself and what stands above it, down to the registrable domain, the longest first. */
    public List<String> upToRegistrable() {
        List<String> names = new ArrayList<>();
        String rest = name;
        while (rest.length() > registrable.length()) {
            names.add(rest);
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        names.add(registrable);
        return names;
    }

    private static InternetDomainName withoutWww(InternetDomainName name) {
        boolean www = name.parts().size() > 2 && name.parts().get(0).equals("www");
        return www ? name.parent() : name;
    }

    private static String registrable(InternetDomainName name) {
        if (name.isUnderPublicSuffix()) {
            return name.topPrivateDomain().toString();
        }
        List<String> labels = name.parts();
        return String.join(".", labels.subList(labels.size() - 2, labels.size()));
    }
}
