package dev.parley.conversation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords, keys and tokens in a text. No expression here goes over the same characters twice, however the text is
 * made: what repeats is possessive and begins where nothing of its kind stands before it.
 */
final class Secrets {

    static final String REMOVED = "[secret removed]";

    private static final String WORD =
            "(?:(?<!\\p{L})(?:pass(?:word|wd|phrase|code)|passwort|kennwort|lösenord(?:et)?|pwd|secret"
                    + "|api[ _-]?key|access[ _-]?key|token)(?!\\p{L})|密码|口令|密钥|رمز عبور|رمزعبور|گذرواژه|کلمه عبور|پسورد)";

    /** A word for a secret, a separator, and the secret itself. */
    private static final Pattern NAMED = Pattern.compile(
            "(" + WORD
                    + "[\"']?\\s{0,3}+(?:[:=：]|(?:(?:is|är|ist|lautet|من)(?!\\p{L})|为|是)\\s{0,3}+[:：]?)\\s{0,3}+[\"']?)"
                    + "([^\\s,;\"'，。；؛،]{4,}+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern PLAIN_SEPARATOR = Pattern.compile("[:=：]\\s*[\"']?$");
    private static final Pattern PLAIN_WORD = Pattern.compile("\\p{L}++[.!?)]*+");

    /** Forms of secret that are known by their looks: JWTs, private keys, and the prefixes of common services' keys. */
    private static final Pattern KNOWN = Pattern.compile("(?<![\\w-])eyJ[\\w-]{10,}+\\.[\\w-]{10,}+\\.[\\w-]{10,}+"
            // A key that was cut off is a key all the same.
            + "|-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?s:.*?)(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\\z)"
            + "|\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"
            + "|\\b(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{16,}+"
            + "|\\bgh[pousr]_[A-Za-z0-9]{30,}+"
            + "|\\bxox[abprs]-[A-Za-z0-9-]{10,}+"
            + "|\\b00D[A-Za-z0-9]{12,15}+![A-Za-z0-9._]{40,}+");

    private Secrets() {}

    static String masked(String text) {
        String known = KNOWN.matcher(text).replaceAll(Matcher.quoteReplacement(REMOVED));
        return NAMED.matcher(known)
                .replaceAll(found -> Matcher.quoteReplacement(
                        isSecret(found.group(1), found.group(2)) ? found.group(1) + REMOVED : found.group()));
    }

    /**
     * "The token is broken" names no secret: without a colon one has a digit or a sign in it. A placeholder of ours is
     * none either way.
     */
    private static boolean isSecret(String before, String value) {
        boolean said = PLAIN_SEPARATOR.matcher(before).find();
        return !value.startsWith("[") && (said || !PLAIN_WORD.matcher(value).matches());
    }
}
