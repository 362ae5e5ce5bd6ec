package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request or a subrequest to a resource of the API.
 *
 * @param method the HTTP method, in capitals
 * @param version the API version, such as {@code 62.0}
 * @param path the decoded segments after {@code /services/data/vNN.0}
 * @param parameters the decoded query parameters
 * @param body the JSON, a missing node where there is none
 * @param headers the headers, by lower-case name
 */
record Request(
        String method,
        String version,
        List<String> path,
        Map<String, String> parameters,
        JsonNode body,
        Map<String, String> headers) {

    Request {
        path = List.copyOf(path);
        parameters = Map.copyOf(parameters);
        headers = Map.copyOf(headers);
    }

    /** The segment at that place, an empty text beyond the end. */
    String segment(int at) {
        return at < path.size() ? path.get(at) : "";
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** Whether the version is at least that one. */
    boolean since(int major) {
        return Integer.parseInt(version.substring(0, version.indexOf('.'))) >= major;
    }

    /** The path that this version's resources begin with. */
    String base() {
        return "/services/data/v" + version;
    }
}
