package dev.parley.crm.salesforce;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many API calls the whole org has spent in the last 24 hours, as the CRM last said in its {@code Sforce-Limit-Info}
 * header.
 *
 * @param used calls spent
 * @param allowed calls there are
 */
public record ApiUsage(int used, int allowed) {

    private static final Pattern API_USAGE = Pattern.compile("api-usage=(\\d{1,9})/(\\d{1,9})");

    /** Reads the header's value; empty if it says nothing of it. */
    static Optional<ApiUsage> read(String limitInfo) {
        Matcher matcher = API_USAGE.matcher(limitInfo == null ? "" : limitInfo);
        return matcher.find()
                ? Optional.of(new ApiUsage(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
