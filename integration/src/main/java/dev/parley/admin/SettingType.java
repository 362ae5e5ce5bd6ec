package dev.parley.admin;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the values of a setting look like. */
enum SettingType {
    STRING {
        @Override
        Optional<String> fault(Setting setting, String value) {
            return Optional.empty();
        }
    },
    INTEGER {
        @Override
        Optional<String> fault(Setting setting, String value) {
            if (!value.matches("-?\\d+")) {
                return Optional.of("'" + value + "' is no whole number");
            }
            return outside(setting, value, new BigInteger(value), BigInteger::new);
        }
    },
    BOOLEAN {
        @Override
        Optional<String> fault(Setting setting, String value) {
            return Set.of("true", "false").contains(value)
                    ? Optional.empty()
                    : Optional.of("'" + value + "' is neither true nor false");
        }
    },
    DURATION {
        @Override
        Optional<String> fault(Setting setting, String value) {
            Optional<Duration> duration = Durations.read(value);
            return duration.isEmpty()
                    ? Optional.of("'" + value + "' is no duration; write one such as 500ms, 30s, 10m, 2h, 7d or PT1H")
                    : outside(setting, value, duration.get(), text -> Durations.read(text)
                            .orElseThrow());
        }
    },
    URL {
        @Override
        Optional<String> fault(Setting setting, String value) {
            try {
                URI uri = URI.create(value);
                return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())
                        ? Optional.empty()
                        : Optional.of("'" + value + "' is no address that begins with https://");
            } catch (IllegalArgumentException e) {
                return Optional.of("'" + value + "' is no address");
            }
        }
    },
    PATH {
        @Override
        Optional<String> fault(Setting setting, String value) {
            try {
                return Path.of(value).toString().isEmpty() ? Optional.of("it is empty") : Optional.empty();
            } catch (InvalidPathException e) {
                return Optional.of("'" + value + "' cannot be a path here");
            }
        }
    },
    EMAIL {
        @Override
        Optional<String> fault(Setting setting, String value) {
            try {
                new InternetAddress(value, true).validate();
                return Optional.empty();
            } catch (AddressException e) {
                return Optional.of("'" + value + "' is no e-mail address");
            }
        }
    },
    ENUM {
        @Override
        Optional<String> fault(Setting setting, String value) {
            return setting.values().contains(value)
                    ? Optional.empty()
                    : Optional.of("'" + value + "' is none of " + setting.range());
        }
    };

    /** What is wrong with a value, or empty. */
    abstract Optional<String> fault(Setting setting, String value);

    @JsonCreator
    static SettingType of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static <T extends Comparable<T>> Optional<String> outside(
            Setting setting, String value, T actual, Function<String, T> read) {
        boolean low = setting.min() != null && actual.compareTo(read.apply(setting.min())) < 0;
        boolean high = setting.max() != null && actual.compareTo(read.apply(setting.max())) > 0;
        return low || high ? Optional.of("'" + value + "' lies outside " + setting.range()) : Optional.empty();
    }
}
