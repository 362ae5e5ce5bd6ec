package dev.parley.identity;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** The amounts that a text names. */
record Amounts(List<BigDecimal> all) {

    private static final int MOST = 200;
    private static final BigDecimal LEAST = BigDecimal.valueOf(100);
    private static final BigDecimal WITHIN = new BigDecimal("0.01");
    private static final Pattern NUMBER = Pattern.compile(
            "(\\d{1,3}(?:[., '\\u00a0\\u202f]\\d{3}){0,4}|\\d{1,15})([.,]\\d{1,2})?(?!\\d)\\s?(k\\b)?",
            Pattern.CASE_INSENSITIVE);

    static Amounts in(String text) {
        return new Amounts(NUMBER.matcher(text)
                .results()
                .limit(MOST)
                .map(number -> {
                    BigDecimal whole = new BigDecimal(number.group(1).replaceAll("\\D", ""));
                    return number.group(3) == null ? whole : whole.multiply(BigDecimal.valueOf(1000));
                })
                .filter(amount -> amount.compareTo(LEAST) >= 0)
                .toList());
    }

    /** Whether one of them is this amount, give or take a hundredth. */
    boolean contain(BigDecimal amount) {
        BigDecimal most = amount.abs().multiply(WITHIN);
        return all.stream().anyMatch(named -> named.subtract(amount).abs().compareTo(most) <= 0);
    }
}
