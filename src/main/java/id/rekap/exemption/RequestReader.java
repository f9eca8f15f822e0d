package id.rekap.exemption;

import id.rekap.exemption.ExemptionFault.Part;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.register.Agencies;
import id.rekap.register.Agency;
import id.rekap.register.AgencyDirectory;
import id.rekap.register.People;
import id.rekap.register.Person;
import id.rekap.value.Identifier;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes exemptions of what somebody writes, or says everything that is wrong with it. */
public final class RequestReader {
    /** Whoever the register has known under a number by then, it knows. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 30);

    private static final int LONGEST = 200;

    /** As offices write them, the day first. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));

    private final Grounds grounds;
    private final TreeSet<String> obligations;
    private final Agencies agencies;
    private final Map<LocalDate, AgencyDirectory> directories = new HashMap<>();
    private final Map<String, Person> people;

    /** @param mandates all of the home: an exemption may be from an obligation of any */
    public RequestReader(
            JdbcTemplate jdbc, Grounds grounds, List<Mandate> mandates, Collection<ExemptionRequest> requests) {
        this.grounds = grounds;
        this.obligations = mandates.stream()
                .flatMap(mandate -> mandate.obligations().stream().map(Obligation::id))
                .collect(Collectors.toCollection(TreeSet::new));
        this.agencies = new Agencies(jdbc);
        this.people = new People(jdbc)
                .byNumber(
                        requests.stream()
                                .map(request -> Identifier.clean(request.employee()))
                                .filter(no -> !no.isEmpty())
                                .collect(Collectors.toCollection(TreeSet::new)),
                        LAST);
    }

    /** Whom a request names, whatever else it says; empty where something is wrong. */
    public Optional<Exemption.Subject> subject(ExemptionRequest request, List<ExemptionFault> faults) {
        int before = faults.size();
        String obligation = obligation(request.obligation(), faults);
        Person person = person(request, faults);
        Agency agency = request.agency().isBlank() ? null : agency(request, null, faults);
        return faults.size() > before
                ? Optional.empty()
                : Optional.of(new Exemption.Subject(
                        person == null ? "" : person.id(), agency == null ? "" : agency.code(), obligation));
    }

    /** Empty where something is wrong. */
    public Optional<Exemption> read(ExemptionRequest request, List<ExemptionFault> faults) {
        int before = faults.size();
        String obligation = obligation(request.obligation(), faults);
        String ground = grounds.named(request.ground()).orElse("");
        if (ground.isEmpty()) {
            faults.add(unknownOr(Part.GROUND, request.ground(), grounds.choice(), false));
        }
        LocalDate from = request.from().isBlank() ? null : date(Part.FROM, request.from(), faults);
        if (request.from().isBlank()) {
            faults.add(new ExemptionFault(Part.FROM, "no date", "the first exempt day", false));
        }
        LocalDate until = request.until().isBlank() ? Exemption.FOR_GOOD : date(Part.UNTIL, request.until(), faults);
        if (from != null && until != null && until.isBefore(from)) {
            faults.add(new ExemptionFault(
                    Part.UNTIL, until + ", before " + from, "the last exempt day, not before the first", false));
        }
        String grantedBy = text(Part.GRANTED_BY, request.grantedBy(), faults);
        String document = text(Part.DOCUMENT, request.document(), faults);
        Person person = person(request, faults);
        Agency agency = request.agency().isBlank() ? null : agency(request, from, faults);
        return faults.size() > before || from == null || until == null
                ? Optional.empty()
                : Optional.of(new Exemption(
                        person == null ? "" : person.id(),
                        agency == null ? "" : agency.code(),
                        obligation,
                        ground,
                        from,
                        until,
                        grantedBy,
                        document));
    }

    private static ExemptionFault unknownOr(Part part, String written, String expected, boolean isUnknown) {
        return new ExemptionFault(
                part, written.isBlank() ? "nothing" : written.strip(), expected, isUnknown && !written.isBlank());
    }

    private String obligation(String written, List<ExemptionFault> faults) {
        String id = written.strip().toLowerCase(Locale.ROOT);
        if (id.isEmpty() || id.equals(Exemption.ALL)) {
            return Exemption.ALL;
        }
        if (!obligations.contains(id)) {
            faults.add(new ExemptionFault(
                    Part.OBLIGATION, written.strip(), Exemption.ALL + ", " + String.join(", ", obligations), false));
        }
        return id;
    }

    private @Nullable Person person(ExemptionRequest request, List<ExemptionFault> faults) {
        boolean isPerson = !request.employee().isBlank();
        if (isPerson != request.agency().isBlank()) {
            faults.add(new ExemptionFault(
                    Part.EMPLOYEE,
                    isPerson ? "an employee and an agency" : "neither an employee nor an agency",
                    "one of the two",
                    false));
            return null;
        }
        if (!isPerson) {
            return null;
        }
        Person person = people.get(Identifier.clean(request.employee()));
        if (person == null) {
            faults.add(new ExemptionFault(
                    Part.EMPLOYEE,
                    Identifier.masked(request.employee().strip()),
                    "a number, current or former, that the register knows, whole and as text",
                    true));
        }
        return person;
    }

    /** By a code or alias of the first exempt day, else of the newest register. */
    private @Nullable Agency agency(ExemptionRequest request, @Nullable LocalDate from, List<ExemptionFault> faults) {
        String written = request.agency().strip();
        Optional<Agency> agency =
                from == null ? Optional.empty() : directory(from).named(written);
        agency = agency.or(() -> directory(LAST).named(written));
        if (agency.isEmpty()) {
            faults.add(new ExemptionFault(Part.AGENCY, written, "a code or an alias of the register", true));
        }
        return agency.orElse(null);
    }

    private AgencyDirectory directory(LocalDate date) {
        return directories.computeIfAbsent(date, agencies::directory);
    }

    /** As a command line and a row may give it; null where it is none. */
    static @Nullable LocalDate date(Part part, String written, List<ExemptionFault> faults) {
        for (DateTimeFormatter form : DATES) {
            try {
                LocalDate date = LocalDate.parse(written.strip(), form);
                if (date.getYear() >= 1000 && date.getYear() <= 9999) {
                    return date;
                }
            } catch (DateTimeParseException e) {
                // the next form
            }
        }
        faults.add(new ExemptionFault(part, written.strip(), "a date such as 2026-01-31", false));
        return null;
    }

    private static String text(Part part, String written, List<ExemptionFault> faults) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            faults.add(new ExemptionFault(part, text.length() + " characters", "at most " + LONGEST, false));
        }
        return text;
    }
}
