package dev.parley.hours;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The public holidays of one country, or of none. */
final class PublicHolidays {
    private final String country;
    private final String[] region;
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    /**
     * @param country code of ISO 3166-1 in small letters, or null for no holidays
     * @param region part of the country, or null for what the whole country keeps
     */
    PublicHolidays(String country, String region) {
        this.country = country;
        this.region = region == null ? new String[0] : new String[] {region};
    }

    boolean contains(LocalDate day) {
        return country != null
                && byYear.computeIfAbsent(day.getYear(), this::ofYear).contains(day);
    }

    private Set<LocalDate> ofYear(int year) {
        return HolidayManager.getInstance(ManagerParameters.create(country))
                .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, region)
                .stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }
}
