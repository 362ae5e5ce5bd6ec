package dev.parley.company;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The domains that say nothing of a company, since anybody gets an address or a page there. */
public final class Providers {

    private static final Set<String> FREE_MAIL = read("free-mail.txt");
    private static final Set<String> SHARED_HOSTS = read("shared-hosts.txt");

    private final Set<String> domains;

    private Providers(Set<String> domains) {
        this.domains = domains;
    }

    /**
     * Free-mail and disposable-mail providers and shared hosts: those that come with Parley and the given ones.
     *
     * @throws IllegalArgumentException if a given one is neither a domain name nor a name with {@code .*} after it
     */
    public static Providers with(Set<String> further) {
        Set<String> all = new TreeSet<>(FREE_MAIL);
        all.addAll(SHARED_HOSTS);
        further.stream().map(Providers::entry).forEach(all::add);
        return new Providers(all);
    }

    /** Whether the host is a provider's, or under a provider's; {@code yahoo.*} in a list stands for any ending. */
    public boolean own(Host host) {
        String brand = host.registrable().substring(0, host.registrable().indexOf('.'));
        return domains.contains(brand + ".*") || host.upToRegistrable().stream().anyMatch(domains::contains);
    }

    private static String entry(String given) {
        if (given.matches("[a-z0-9-]+\\.\\*")) {
            return given;
        }
        return Host.asciiName(given)
                .orElseThrow(() -> new IllegalArgumentException("'" + given
                        + "' is no mail provider's domain: write it like mail.example, or mail.* for any ending"));
    }

    private static Set<String> read(String file) {
        try {
            String text = Resources.toString(Resources.getResource(Providers.class, file), StandardCharsets.UTF_8);
            return Splitter.on('\n')
                    .trimResults()
                    .omitEmptyStrings()
                    .splitToStream(text)
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the program file is damaged: " + file + " is missing from it", e);
        }
    }
}
