package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.catalogue.Catalogue;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.reconcile.AgencyState;
import id.rekap.reconcile.Finding;
import id.rekap.reconcile.SenderCell;
import id.rekap.snapshot.AgencyPosition;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever an agency's list shows makes another digest of it; what it does not show makes none. */
class ListDigestTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    /** The list says since when an exception is open: how many nights these are is only in the list of all. */
    private static final Set<String> NOT_SHOWN = Set.of("nightsOpen");

    private static final Finding FINDING = Findings.unknown("1.02", 7, "1106010101900001");
    private static final AgencyPosition POSITION = new AgencyPosition(
            "1.02", "Dinas Contoh", AgencyState.REPORTED, "2020-07-20-ab", LocalDate.of(2020, 7, 20), 6, 5, 1, 5, "");

    private static ListDigest digest(String version, Locale language, Mandate mandate, String... acknowledged) {
        return new ListDigest(version, language, mandate, Set.of(acknowledged));
    }

    private static String of(@Nullable AgencyPosition position, Finding... findings) {
        return of(digest("1", Mandates.ID, Night.MANDATE), position, findings);
    }

    private static String of(ListDigest digest, @Nullable AgencyPosition position, Finding... findings) {
        return digest.of(
                "1.02",
                position,
                null,
                Arrays.stream(findings).map(f -> ExceptionLine.of(f, CATALOGUE)).toList());
    }

    @Test
    void everyComponentOfAnExceptionIsInIt() throws Exception {
        for (RecordComponent component : Finding.class.getRecordComponents()) {
            boolean isShown = !NOT_SHOWN.contains(component.getName());
            assertThat(of(POSITION, changed(FINDING, component)).equals(of(POSITION, FINDING)))
                    .as(component.getName())
                    .isEqualTo(!isShown);
        }
    }

    @Test
    void everyComponentOfTheAgencysPositionIsInIt() throws Exception {
        for (RecordComponent component : AgencyPosition.class.getRecordComponents()) {
            assertThat(of(changed(POSITION, component), FINDING))
                    .as(component.getName())
                    .isNotEqualTo(of(POSITION, FINDING));
        }
        assertThat(of(null, FINDING)).isNotEqualTo(of(POSITION, FINDING));
    }

    @Test
    void soIsWhatTheAgencyAboveIsCalled() throws ReflectiveOperationException {
        ListDigest digest = digest("1", Mandates.ID, Night.MANDATE);
        AgencyPosition other = with(POSITION, "name", "Dinas Lain");
        assertThat(digest.of("1.02", POSITION, POSITION, List.of()))
                .isNotEqualTo(digest.of("1.02", POSITION, other, List.of()));
    }

    @Test
    void soIsWhatMakesTheWordsAndWhatIsAcknowledged() throws ReflectiveOperationException {
        Set<String> digests = new HashSet<>();
        Mandate other = with(Night.MANDATE, "version", "another file");
        for (ListDigest digest : List.of(
                digest("1", Mandates.ID, Night.MANDATE),
                digest("2", Mandates.ID, Night.MANDATE),
                digest("1", Locale.ENGLISH, Night.MANDATE),
                digest("1", Mandates.ID, other),
                digest("1", Mandates.ID, Night.MANDATE, FINDING.fingerprint()))) {
            digests.add(of(digest, POSITION, FINDING));
        }
        assertThat(digests).hasSize(5);
        assertThat(of(digest("1", Mandates.ID, Night.MANDATE, "somebody else's"), POSITION, FINDING))
                .isEqualTo(of(POSITION, FINDING));
    }

    @Test
    void noTextRunsIntoTheNextOne() throws ReflectiveOperationException {
        Finding first = own(new SenderCell("Ruang", "B2"), new SenderCell("", ""));
        Finding second = own(new SenderCell("Ruan", "gB2"), new SenderCell("", ""));
        assertThat(of(POSITION, first)).isNotEqualTo(of(POSITION, second));
        assertThat(of(POSITION, FINDING, FINDING)).isNotEqualTo(of(POSITION, FINDING));
    }

    private static Finding own(SenderCell... cells) throws ReflectiveOperationException {
        return with(FINDING, "own", List.of(cells));
    }

    private static <T extends Record> T changed(T record, RecordComponent component)
            throws ReflectiveOperationException {
        Object value = component.getAccessor().invoke(record);
        return with(record, component.getName(), another(component.getType(), value));
    }

    private static Object another(Class<?> type, @Nullable Object value) {
        if (value instanceof String text) {
            return text + "x";
        }
        if (value instanceof Integer number) {
            return number + 1;
        }
        if (value instanceof LocalDate date) {
            return date.plusDays(1);
        }
        if (value instanceof Enum<?> constant) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(c -> c != constant)
                    .findFirst()
                    .orElseThrow();
        }
        if (value instanceof List<?>) {
            return List.of(new SenderCell("Ruang", "B2"));
        }
        throw new AssertionError("No other value of a " + type + " is known here");
    }

    private static <T extends Record> T with(T record, String name, Object value) throws ReflectiveOperationException {
        RecordComponent[] components = record.getClass().getRecordComponents();
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            values.add(
                    component.getName().equals(name)
                            ? value
                            : component.getAccessor().invoke(record));
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @SuppressWarnings("unchecked")
        T copy = (T) record.getClass().getDeclaredConstructor(types).newInstance(values.toArray());
        return copy;
    }
}
