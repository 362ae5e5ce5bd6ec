package dev.parley.mapping;

import com.google.re2j.Pattern;

/**
 * A regular expression over what somebody says, in RE2's syntax and without regard to case: it takes time in proportion
 * to the text.
 *
 * @param pattern compiled
 * @param place where it stands
 */
public record TalkPattern(Pattern pattern, Place place) {}
