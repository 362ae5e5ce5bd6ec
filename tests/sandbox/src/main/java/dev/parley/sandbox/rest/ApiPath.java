package dev.parley.sandbox.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a resource, taken apart.
 *
 * @param version the API version, such as {@code 62.0}
 * @param segments what comes after it, decoded
 * @param parameters the query parameters, decoded
 */
record ApiPath(String version, List<String> segments, Map<String, String> parameters) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:/+services/data)?/*v(?<version>\\d{2}\\.0)(?<path>/[^?]*)?(?:\\?(?<query>.*))?");
    private static final int OLDEST = 30;
    private static final int NEWEST = 64;

    /** Takes an address apart, if it leads to a version the org has. An encoded slash separates like any other. */
    static Optional<ApiPath> of(String address) {
        Matcher match = ADDRESS.matcher(address);
        if (!match.matches() || !versions().contains(match.group("version"))) {
            return Optional.empty();
        }
        String path =
                match.group("path") == null ? "" : decode(match.group("path").replace("+", "%2B"));
        List<String> segments =
                Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
        return Optional.of(new ApiPath(match.group("version"), segments, parameters(match.group("query"))));
    }

    /** Every version the org has, oldest first. */
    static List<String> versions() {
        List<String> versions = new ArrayList<>();
        for (int version = OLDEST; version <= NEWEST; version++) {
            versions.add(version + ".0");
        }
        return versions;
    }

    /** What the release of that version is called: three a year from Spring '14 on. */
    static String label(String version) {
        int releases = Integer.parseInt(version.substring(0, 2)) - OLDEST;
        String season = List.of("Spring", "Summer", "Winter").get(releases % 3);
        int year = 14 + releases / 3 + (season.equals("Winter") ? 1 : 0);
        return season + " '" + year;
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null && !query.isEmpty()) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return text;
        }
    }
}
