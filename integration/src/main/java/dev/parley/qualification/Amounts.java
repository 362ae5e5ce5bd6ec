package dev.parley.qualification;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums of money in a sentence: an amount and its currency (ISO 4217), such as {@code 1490 USD}. */
final class Amounts {

    private static final Map<String, String> CURRENCIES = currencies();

    private static final String NUMBER =
            "(?P<number>\\d{1,3}(?:[ .,']\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?)";
    private static final String SCALE =
            "(?: ?(?P<scale>k|m|mn|mio|mkr|tkr|thousand|million|tusen|miljoner|tausend|millionen|هزار|میلیون|میلیارد|万|千|亿))?";
    private static final String WORDS =
            "(?P<currency>" + CURRENCIES.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")";

    private static final Pattern BEHIND =
            Pattern.compile("(?i)(?:^|[^\\d.,])" + NUMBER + SCALE + " ?" + WORDS + "(?:$|[^a-zåäöü])");
    private static final Pattern BEFORE =
            Pattern.compile("(?i)(?:^|[^a-zåäöü])" + WORDS + " ?" + NUMBER + SCALE + "(?:$|[^a-z\\d])");

    private static final Map<String, Integer> ZEROS = Map.ofEntries(
            Map.entry("k", 3),
            Map.entry("thousand", 3),
            Map.entry("tusen", 3),
            Map.entry("tausend", 3),
            Map.entry("tkr", 3),
            Map.entry("هزار", 3),
            Map.entry("千", 3),
            Map.entry("万", 4),
            Map.entry("m", 6),
            Map.entry("mn", 6),
            Map.entry("mio", 6),
            Map.entry("mkr", 6),
            Map.entry("million", 6),
            Map.entry("miljoner", 6),
            Map.entry("millionen", 6),
            Map.entry("میلیون", 6),
            Map.entry("亿", 8),
            Map.entry("میلیارد", 9));

    private Amounts() {}

    /** Longer words first, so that the whole of one is taken. */
    private static Map<String, String> currencies() {
        Map<String, String> words = new LinkedHashMap<>();
        add(words, "EUR", "euros", "euro", "eur", "€", "یورو", "欧元");
        add(words, "USD", "dollars", "dollar", "usd", "us$", "$", "دلار", "美元", "美金");
        add(words, "GBP", "pounds", "pound", "gbp", "£", "英镑");
        add(words, "SEK", "kronor", "sek", "kr", "瑞典克朗");
        add(words, "CHF", "franken", "chf");
        add(words, "CNY", "人民币", "yuan", "rmb", "cny", "¥", "元", "块");
        add(words, "IRR", "ریال", "irr");
        add(words, "IRT", "تومان");
        add(words, "AED", "dirhams", "dirham", "aed", "درهم");
        add(words, "NOK", "nok");
        add(words, "DKK", "dkk");
        return words;
    }

    private static void add(Map<String, String> words, String currency, String... names) {
        for (String name : names) {
            words.put(name, currency);
        }
    }

    static Set<String> in(String sentence) {
        Set<String> amounts = new LinkedHashSet<>();
        if (sentence.chars().anyMatch(Character::isDigit)) {
            find(BEHIND, sentence, amounts);
            find(BEFORE, sentence, amounts);
        }
        return amounts;
    }

    private static void find(Pattern pattern, String sentence, Set<String> amounts) {
        Matcher matcher = pattern.matcher(sentence);
        while (matcher.find()) {
            String currency = CURRENCIES.get(matcher.group("currency").toLowerCase(Locale.ROOT));
            BigDecimal amount = number(matcher.group("number"));
            String scale = matcher.group("scale");
            int zeros = scale == null ? 0 : ZEROS.getOrDefault(scale.toLowerCase(Locale.ROOT), 0);
            amounts.add(amount.scaleByPowerOfTen(zeros).stripTrailingZeros().toPlainString() + " " + currency);
        }
    }

    /** A mark before exactly three digits parts thousands, any other one the decimals. */
    private static BigDecimal number(String written) {
        String plain = written.replaceAll("[ .,'](?=\\d{3}(\\D|$))", "").replace(',', '.');
        return new BigDecimal(plain);
    }
}
