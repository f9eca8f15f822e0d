package id.rekap.cli;

import id.rekap.catalogue.Catalogue;
import id.rekap.catalogue.ExceptionCode;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.mandate.Obligation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The tables of a published night, added up: what every number that is said of it has to come from. */
final class NightTables {
    static final Catalogue CATALOGUE = Catalogue.load();
    static final Mandate MANDATE = new Mandates(Path.of("no-home")).get("se-480-263-2020");
    static final Predicate<CSVRecord> ALL = row -> true;
    static final Predicate<CSVRecord> IS_OPEN = row -> !row.get("state").equals("RESOLVED");
    static final Predicate<CSVRecord> IS_EXCEPTION = row -> !row.get("severity").equals("info");

    /** Of files that could not be read. */
    static final Predicate<CSVRecord> IS_REFUSAL = IS_OPEN.and(
            row -> row.get("code").startsWith("FILE_") && row.get("severity").equals("error"));

    private static final List<String> REPORTED = List.of("REPORTED", "STALE", "COVERED", "NIL");

    final LocalDate date;
    final List<CSVRecord> snapshot;
    final List<CSVRecord> agencies;
    final List<CSVRecord> counts;
    final List<CSVRecord> exceptions;
    private final Map<String, List<CSVRecord>> byObligation;
    private final Set<String> acknowledged;
    private final Map<String, CSVRecord> byCode = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();

    NightTables(Path set, Set<String> acknowledged) {
        this.snapshot = Office.csv(set.resolve("snapshot.csv"));
        this.byObligation = snapshot.stream().collect(Collectors.groupingBy(row -> row.get("obligation")));
        this.agencies = Office.csv(set.resolve("agencies.csv"));
        this.counts = Office.csv(set.resolve("counts.csv"));
        this.exceptions = Office.csv(set.resolve("exceptions.csv"));
        this.date = LocalDate.parse(agencies.get(0).get("date"));
        this.acknowledged = acknowledged;
        for (CSVRecord agency : agencies) {
            byCode.put(agency.get("agency_code"), agency);
            codes.put(agency.get("agency_name"), agency.get("agency_code"));
        }
    }

    static Predicate<CSVRecord> is(String column, String... values) {
        List<String> meant = Arrays.asList(values);
        return row -> meant.contains(row.get(column));
    }

    static Predicate<CSVRecord> ofAgency(String agency) {
        return is("agency_code", agency);
    }

    static Predicate<CSVRecord> ofCode(ExceptionCode... codes) {
        return is("code", Arrays.stream(codes).map(Enum::name).toArray(String[]::new));
    }

    /** What stands in a column that is no number in that row is not added. */
    static long sum(List<CSVRecord> rows, String column, Predicate<CSVRecord> meant) {
        return rows.stream()
                .filter(meant)
                .map(row -> row.get(column))
                .filter(number -> !number.isEmpty())
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** Percent with one decimal, half up. */
    static BigDecimal percent(long met, long of) {
        return percent(met, of, 1);
    }

    static BigDecimal percent(long met, long of, int decimals) {
        return of == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(met * 100).divide(BigDecimal.valueOf(of), decimals, RoundingMode.HALF_UP);
    }

    /** A name, or a code itself. */
    String agency(String name) {
        return codes.getOrDefault(name, name);
    }

    /** A name in the text of a row, of which the longest is meant. */
    String agencyIn(String text) {
        return codes.keySet().stream()
                .filter(text::contains)
                .max((a, b) -> a.length() - b.length())
                .map(this::agency)
                .orElse("");
    }

    static String group(String name) {
        return name.equals("ASN") ? "ASN" : "TENAGA_KONTRAK";
    }

    /** By its label, however that is ended. */
    static String obligation(String label) {
        return MANDATE.obligations().stream()
                .filter(o -> label.startsWith(o.label(Mandates.ID)))
                .map(Obligation::id)
                .findFirst()
                .orElse(Mandate.ALL);
    }

    static ExceptionCode titled(String text) {
        return Arrays.stream(ExceptionCode.values())
                .filter(code -> text.toLowerCase(Locale.ROOT).contains(title(code)))
                .max((a, b) -> title(a).length() - title(b).length())
                .orElseThrow(() -> new AssertionError(text));
    }

    static String title(ExceptionCode code) {
        return CATALOGUE.title(code, Mandates.ID).toLowerCase(Locale.ROOT);
    }

    long register(Predicate<CSVRecord> of) {
        return sum(counts, "register", of);
    }

    long following(Predicate<CSVRecord> of) {
        return sum(counts, "rows_following", of);
    }

    BigDecimal rate(Predicate<CSVRecord> of) {
        return percent(following(of), register(of));
    }

    long people(String obligation, String column, Predicate<CSVRecord> of) {
        return sum(byObligation.getOrDefault(obligation, List.of()), column, of);
    }

    BigDecimal rate(String obligation, Predicate<CSVRecord> of) {
        return percent(people(obligation, "met", of), people(obligation, "due", of));
    }

    /** Errors and warnings in a state. */
    long in(String state, Predicate<CSVRecord> of) {
        return exceptions.stream()
                .filter(IS_EXCEPTION.and(is("state", state)).and(of))
                .count();
    }

    long open(Predicate<CSVRecord> of) {
        return exceptions.stream().filter(IS_EXCEPTION.and(IS_OPEN).and(of)).count();
    }

    /** Information counts too. */
    long lines(Predicate<CSVRecord> of) {
        return exceptions.stream().filter(of).count();
    }

    long infos() {
        return lines(IS_OPEN.and(IS_EXCEPTION.negate()));
    }

    boolean isAcknowledged(CSVRecord row) {
        return acknowledged.contains(row.get("fingerprint"));
    }

    long acknowledged(Predicate<CSVRecord> of) {
        return open(of.and(this::isAcknowledged));
    }

    long toMend(Predicate<CSVRecord> of) {
        return open(of.and(row -> !isAcknowledged(row)));
    }

    long kinds(Predicate<CSVRecord> of) {
        return exceptions.stream()
                .filter(of)
                .map(row -> row.get("code"))
                .distinct()
                .count();
    }

    /** Nights that the oldest of them has been open. */
    long oldest(Predicate<CSVRecord> of) {
        return exceptions.stream()
                .filter(IS_OPEN.and(of))
                .mapToLong(row -> Long.parseLong(row.get("nights_open")))
                .max()
                .orElse(0);
    }

    /** Agencies of the register that have any of these. */
    Set<String> having(Predicate<CSVRecord> of) {
        return exceptions.stream()
                .filter(of)
                .map(row -> row.get("agency_code"))
                .filter(byCode::containsKey)
                .collect(Collectors.toSet());
    }

    @Nullable
    CSVRecord agencyRow(String code) {
        return byCode.get(code);
    }

    String cell(String code, String column) {
        CSVRecord row = byCode.get(code);
        return row == null ? "" : row.get(column);
    }

    boolean hasList(String code) {
        return !cell(code, "submission").isEmpty() || cell(code, "state").equals("COVERED");
    }

    Set<String> agencies(Predicate<CSVRecord> meant) {
        return agencies.stream()
                .filter(meant)
                .map(row -> row.get("agency_code"))
                .collect(Collectors.toSet());
    }

    boolean hasReported(CSVRecord agency) {
        return REPORTED.contains(agency.get("state"))
                || (agency.get("state").equals("HELD") && hasList(agency.get("agency_code")));
    }

    long expected() {
        return agencies(is("state", "").negate()).size();
    }

    long reported() {
        return agencies(this::hasReported).size();
    }

    /** Whom somebody has to ask for something. */
    Set<String> lacking() {
        Set<String> lacking = new HashSet<>(agencies(is("state", "MISSING", "HELD", "STALE")));
        lacking.addAll(having(IS_REFUSAL));
        return lacking;
    }

    /** Something is known of somebody who owes something. */
    boolean isKnown(String agency) {
        return hasList(agency)
                && people(Mandate.ALL, "due", ofAgency(agency)) > people(Mandate.ALL, "not_reported", ofAgency(agency));
    }
}
