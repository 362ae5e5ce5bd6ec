package dev.parley.identity;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Fields that the directory does not keep, whatever matching or the mapping files would like. */
public final class LeftOut {

    /** Everything that is wanted is kept. */
    public static final LeftOut NOTHING = new LeftOut(ImmutableSetMultimap.of());

    private final ImmutableSetMultimap<Followed, String> fields;

    private LeftOut(ImmutableSetMultimap<Followed, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads them.
     *
     * @param names such as {@code Contact.Title}
     * @throws IllegalArgumentException if one is none of a followed object, or is what records hang together by; it says
     *     which
     */
    public static LeftOut of(List<String> names) {
        ImmutableSetMultimap.Builder<Followed, String> fields = ImmutableSetMultimap.builder();
        for (String name : names) {
            int dot = name.indexOf('.');
            Optional<Followed> followed = dot < 0 ? Optional.empty() : Followed.of(name.substring(0, dot));
            String field = name.substring(dot + 1);
            if (followed.isEmpty() || !field.matches("[A-Za-z]\\w*")) {
                throw new IllegalArgumentException("'" + name + "' is no field of "
                        + Arrays.stream(Followed.values())
                                .map(Followed::sobject)
                                .toList()
                        + ": write Contact.Title");
            }
            if (followed.get().place().contains(field)) {
                throw new IllegalArgumentException(
                        "'" + name + "' cannot be left out: by it the CRM's records hang together");
            }
            fields.put(followed.get(), field);
        }
        return new LeftOut(fields.build());
    }

    /** The same fields without these. */
    Set<String> without(Followed followed, Set<String> wanted) {
        Set<String> kept = new TreeSet<>(wanted);
        kept.removeAll(fields.get(followed));
        return kept;
    }
}
