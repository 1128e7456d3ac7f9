package io.leadbaton.lead.csv;

import io.leadbaton.Faults;
import io.leadbaton.lead.IntakeFacts;
import io.leadbaton.lead.NewLead;
import io.leadbaton.web.Wording;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the cells of one row into a lead as a mapping says, and notes what cannot be understood. */
final class RowReader {

    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "x");
    private static final Set<String> NO = Set.of("0", "false", "no", "n");

    private final Map<String, String> fields;
    private final Faults faults;

    private RowReader(Map<String, String> fields, Faults faults) {
        this.fields = fields;
        this.faults = faults;
    }

    static NewLead read(ImportMapping mapping, List<String> header, CsvRows.Row row, Faults faults) {
        if (row.cells().size() != header.size()) {
            faults.add(
                    "",
                    "ragged-row",
                    "This row has %s, the header has %d."
                            .formatted(Wording.count(row.cells().size(), "cell"), header.size()));
        }
        return new RowReader(fields(mapping, header, row.cells()), faults).lead();
    }

    private static Map<String, String> fields(ImportMapping mapping, List<String> header, List<String> cells) {
        Map<String, String> byColumn = new HashMap<>();
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            String cell = cells.get(i).strip();
            byColumn.put(ImportMapping.plain(header.get(i)), cell);
            if (!cell.isEmpty()) {
                mapping.field(header.get(i)).ifPresent(field -> fields.putIfAbsent(field, cell));
            }
        }
        mapping.derived()
                .forEach((field, rules) -> rules.stream()
                        .filter(rule -> rule.fits(byColumn))
                        .findFirst()
                        .ifPresent(rule -> fields.putIfAbsent(field, rule.then())));
        mapping.defaults().forEach(fields::putIfAbsent);
        return fields;
    }

    private NewLead lead() {
        String[] name = fields.getOrDefault("name", "").split("\\s+", 2);
        return new NewLead(
                fields.get("externalId"),
                fields.get("email"),
                fields.get("phone"),
                fields.getOrDefault("firstName", name.length == 2 ? name[0] : ""),
                fields.getOrDefault("lastName", name[name.length - 1]),
                fields.get("company"),
                fields.get("jobTitle"),
                fields.get("country"),
                fields.get("city"),
                fields.get("timeZone"),
                fields.getOrDefault("channel", "import"),
                fields.get("source"),
                fields.get("campaign"),
                fields.get("supplier"),
                fields.get("leadType"),
                fields.get("message"),
                flag("emailOptOut"),
                flag("doNotCall"),
                Map.of(),
                values("intent."),
                values("qualification."),
                values("custom."),
                facts(),
                instant("receivedAt"));
    }

    private Map<String, Object> values(String prefix) {
        Map<String, Object> values = new HashMap<>();
        fields.forEach((field, text) -> {
            if (field.startsWith(prefix)) {
                values.put(field.substring(prefix.length()), plain(text));
            }
        });
        return values;
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>();
        IntakeFacts.TEXTS.stream()
                .filter(name -> fields.containsKey("facts." + name))
                .forEach(name -> facts.put(name, fields.getOrDefault("facts." + name, "")));
        IntakeFacts.NUMBERS.stream()
                .filter(name -> fields.containsKey("facts." + name))
                .forEach(name -> facts.put(name, plain(fields.getOrDefault("facts." + name, ""))));
        return facts;
    }

    /** Numbers and yes or no become such, so that tables can compare them. */
    private static Object plain(String text) {
        if (text.matches("-?[0-9]{1,15}([.][0-9]{1,9})?")) {
            return text.contains(".") ? (Object) new BigDecimal(text) : Long.valueOf(text);
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.equals("true") || lower.equals("false") ? (Object) Boolean.valueOf(lower) : text;
    }

    private boolean flag(String field) {
        String text = fields.getOrDefault(field, "no").toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            faults.add(field, "not-a-boolean", "Yes or no belongs here, or 1 or 0.");
        }
        return YES.contains(text);
    }

    private @Nullable Instant instant(String field) {
        String text = fields.get(field);
        if (text == null) {
            return null;
        }
        try {
            return instantOf(text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            faults.add(field, "not-an-instant", "Write an instant as in 2026-01-31T09:30:00Z.");
            return null;
        }
    }

    /** A time without a zone is read as UTC. */
    private static Instant instantOf(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return text.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
