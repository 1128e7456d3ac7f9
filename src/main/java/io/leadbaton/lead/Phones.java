package io.leadbaton.lead;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes phone numbers in the one form that can be dialled from everywhere. */
@Component
class Phones {

    private static final int LONGEST = 50;
    private static final Map<String, String> REGIONS = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toMap(Phones::englishName, region -> region, (first, second) -> first));

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String defaultRegion;

    Phones(@Value("${leadbaton.default-region:US}") String defaultRegion) {
        this.defaultRegion = defaultRegion.toUpperCase(Locale.ROOT);
    }

    /** As in {@code +493023125001}; null when nobody could be called by it. Without a country code that of the country counts. */
    @Nullable
    String normal(@Nullable String typed, @Nullable String country) {
        if (typed == null || typed.length() > LONGEST) {
            return null;
        }
        try {
            PhoneNumber number = numbers.parse(typed, region(country));
            return numbers.isValidNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException e) {
            return null;
        }
    }

    private String region(@Nullable String country) {
        if (country == null) {
            return defaultRegion;
        }
        String upper = country.toUpperCase(Locale.ROOT);
        if (numbers.getSupportedRegions().contains(upper)) {
            return upper;
        }
        return REGIONS.getOrDefault(upper, defaultRegion);
    }

    private static String englishName(String region) {
        return new Locale("", region).getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT);
    }
}
