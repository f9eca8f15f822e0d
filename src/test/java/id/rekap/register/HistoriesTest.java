package id.rekap.register;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Group;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final EmployeeVersion CONTRACT = version("TENAGA_KONTRAK", "A");
    private static final EmployeeVersion PPPK = version("PPPK", "A");
    private static final EmployeeVersion MOVED = version("PPPK", "B");

    private final ImportDates dates = new ImportDates();
    private List<Interval> intervals = List.of();

    @Test
    void changeClosesOneIntervalAndOpensTheNext() {
        imported(JANUARY, null, PPPK);
        imported(FEBRUARY, null, MOVED);
        assertThat(intervals)
                .containsExactly(
                        new Interval(JANUARY, FEBRUARY, PPPK), new Interval(FEBRUARY, Interval.FOREVER, MOVED));
    }

    @Test
    void importThatSaysTheSameOpensNothing() {
        imported(JANUARY, null, PPPK);
        imported(FEBRUARY, null, PPPK);
        assertThat(intervals).containsExactly(new Interval(JANUARY, Interval.FOREVER, PPPK));
    }

    @Test
    void olderImportHoldsOnlyUntilTheNext() {
        imported(JANUARY, null, PPPK);
        imported(MARCH, null, PPPK);
        imported(FEBRUARY, null, MOVED);
        assertThat(intervals)
                .containsExactly(
                        new Interval(JANUARY, FEBRUARY, PPPK),
                        new Interval(FEBRUARY, MARCH, MOVED),
                        new Interval(MARCH, Interval.FOREVER, PPPK));
    }

    @Test
    void olderImportOfOneGroupHoldsUntilTheNextOfThatGroup() {
        imported(JANUARY, null, PPPK);
        imported(MARCH, Group.TENAGA_KONTRAK, null);
        imported(FEBRUARY, Group.ASN, MOVED);
        assertThat(intervals)
                .containsExactly(
                        new Interval(JANUARY, FEBRUARY, PPPK), new Interval(FEBRUARY, Interval.FOREVER, MOVED));
    }

    @Test
    void whoComesBackHasAGap() {
        imported(JANUARY, null, PPPK);
        imported(FEBRUARY, null, null);
        imported(MARCH, null, PPPK);
        assertThat(intervals)
                .containsExactly(new Interval(JANUARY, FEBRUARY, PPPK), new Interval(MARCH, Interval.FOREVER, PPPK));
    }

    @Test
    void whoIsNotInTheImportOfAnotherGroupStays() {
        imported(JANUARY, null, PPPK);
        imported(FEBRUARY, Group.TENAGA_KONTRAK, null);
        assertThat(intervals).containsExactly(new Interval(JANUARY, Interval.FOREVER, PPPK));
    }

    @Test
    void moveBetweenGroupsIsTakenBackByTheCorrectedImportOfThatDate() {
        imported(JANUARY, null, CONTRACT);
        imported(FEBRUARY, Group.ASN, PPPK);
        imported(FEBRUARY, Group.ASN, null);
        assertThat(intervals).containsExactly(new Interval(JANUARY, Interval.FOREVER, CONTRACT));
    }

    @Test
    void anyOrderOfImportsGivesWhatTheOrderOfDatesGives() {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            ImportDates known = new ImportDates();
            List<Interval> register = List.of();
            TreeMap<LocalDate, Map<Group, @Nullable EmployeeVersion>> said = new TreeMap<>();
            for (int i = 0; i < 12; i++) {
                LocalDate date = JANUARY.plusDays(random.nextInt(6));
                Group group = new Group[] {null, Group.ASN, Group.TENAGA_KONTRAK}[random.nextInt(3)];
                EmployeeVersion named = random.nextInt(3) == 0 ? null : some(random, group);
                known.with(date, group);
                register = after(known, register, date, group, named);
                say(said.computeIfAbsent(date, d -> new HashMap<>()), group, named);
                for (int day = -1; day < 8; day++) {
                    LocalDate on = JANUARY.plusDays(day);
                    assertThat(Cluster.on(register, on))
                            .as("seed %d, import %d, day %d", seed, i, day)
                            .isEqualTo(replayed(said, on));
                }
            }
        }
    }

    private static @Nullable EmployeeVersion replayed(
            SortedMap<LocalDate, Map<Group, @Nullable EmployeeVersion>> said, LocalDate on) {
        EmployeeVersion now = null;
        for (Map<Group, @Nullable EmployeeVersion> day :
                said.headMap(on.plusDays(1)).values()) {
            EmployeeVersion named = null;
            for (Map.Entry<Group, @Nullable EmployeeVersion> of : day.entrySet()) {
                named = of.getValue() == null ? named : of.getValue();
            }
            now = named != null ? named : now != null && day.containsKey(groupOf(now)) ? null : now;
        }
        return now;
    }

    /** On one date the last import that names somebody moves them. */
    private static void say(
            Map<Group, @Nullable EmployeeVersion> day, @Nullable Group group, @Nullable EmployeeVersion named) {
        for (Group of : ImportDates.groups(group)) {
            day.put(of, null);
        }
        if (named != null) {
            day.replaceAll((of, version) -> null);
            day.put(groupOf(named), named);
        }
    }

    private static EmployeeVersion some(Random random, @Nullable Group group) {
        List<EmployeeVersion> choices = new ArrayList<>();
        Map<Group, List<EmployeeVersion>> byGroup = new EnumMap<>(Group.class);
        byGroup.put(Group.ASN, List.of(PPPK, MOVED));
        byGroup.put(Group.TENAGA_KONTRAK, List.of(CONTRACT, version("TENAGA_KONTRAK", "B")));
        ImportDates.groups(group).forEach(g -> choices.addAll(byGroup.getOrDefault(g, List.of())));
        return choices.get(random.nextInt(choices.size()));
    }

    private void imported(LocalDate date, @Nullable Group group, @Nullable EmployeeVersion named) {
        dates.with(date, group);
        intervals = after(dates, intervals, date, group, named);
    }

    private static List<Interval> after(
            ImportDates dates,
            List<Interval> intervals,
            LocalDate date,
            @Nullable Group group,
            @Nullable EmployeeVersion named) {
        Histories histories = new Histories(HistoriesTest::groupOf, dates, date, ImportDates.groups(group));
        List<History> people = intervals.isEmpty() ? List.of() : List.of(History.of(intervals));
        return Conflicts.free(histories, people, named == null ? List.of() : List.of(named)).stream()
                .flatMap(history -> history.intervals().stream())
                .toList();
    }

    private static Group groupOf(EmployeeVersion version) {
        return version.type().equals("PPPK") ? Group.ASN : Group.TENAGA_KONTRAK;
    }

    private static EmployeeVersion version(String type, String agency) {
        return new EmployeeVersion(agency, "199003122025211004", "Nurul Semisal", type, "01", true, "");
    }
}
