package id.rekap.register;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.mandate.Group;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Mandates;
import id.rekap.register.RegisterModel.End;
import id.rekap.register.RegisterModel.Written;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports at random: any dates, groups, former numbers, moves and mistakes. */
class RegisterModelTest {
    private static final int SEEDS = Integer.getInteger("rekap.register.seeds", 20);
    private static final int IMPORTS = 7;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void importsGiveTheTablesAndCountsThatOneRowAfterTheOtherGives() {
        Mandate mandate = new Mandates(directory).get("se-480-263-2020");
        TreeMap<String, Integer> ends = new TreeMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            RegisterFixture fixture = new RegisterFixture(directory).withAgencies();
            RegisterModel model = new RegisterModel(mandate);
            Versions versions = new Versions();
            Random random = new Random(seed);
            int people = 2 + random.nextInt(11);
            List<Written> rows = List.of();
            for (int i = 0; i < IMPORTS; i++) {
                LocalDate date = RegisterFixture.JANUARY.plusDays(random.nextInt(4));
                Group group = new Group[] {null, null, Group.ASN, Group.TENAGA_KONTRAK}[random.nextInt(4)];
                boolean force = random.nextInt(3) > 0;
                boolean isLike = !rows.isEmpty() && random.nextInt(3) == 0;
                rows = isLike ? like(rows, random) : some(random, people, group);
                if (rows.isEmpty()) {
                    continue;
                }
                if (!fits(rows, group, mandate)) {
                    group = null;
                }
                End expected = model.imported(date, group, force, rows);
                End found = End.of(fixture.employees(date, group, force, lines(rows)));
                String where = "seed " + seed + ", import " + i + " of " + date + ", " + group + ", force " + force;
                assertThat(found).as(where).isEqualTo(expected);
                assertThat(employees(fixture)).as(where).isEqualTo(model.employees());
                assertThat(numbers(fixture)).as(where).isEqualTo(model.numbers());
                versions.look(fixture, where);
                ends.merge(expected.problems() == 0 ? "done" : "refused", 1, Integer::sum);
            }
        }
        assertThat(ends).as("both happen").containsKeys("done", "refused");
    }

    private static List<Written> some(Random random, int people, @Nullable Group group) {
        List<Written> rows = new ArrayList<>();
        for (int p = 0; p < people; p++) {
            if (random.nextInt(8) == 0) {
                continue;
            }
            boolean asn = group == null ? random.nextBoolean() : group == Group.ASN;
            int strayed = random.nextInt(40) == 0 ? random.nextInt(people) : p;
            String no = String.valueOf(100 + strayed * 3 + (random.nextInt(4) == 0 ? random.nextInt(3) : 0));
            List<String> former = new ArrayList<>();
            for (int q = random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0; q > 0; q--) {
                int of = random.nextInt(8) == 0 ? random.nextInt(people) : p;
                String number = String.valueOf(100 + of * 3 + random.nextInt(3));
                if (!number.equals(no) && !former.contains(number)) {
                    former.add(number);
                }
            }
            boolean retired = random.nextInt(12) == 0;
            EmployeeVersion version = new EmployeeVersion(
                    random.nextInt(6) == 0 ? "SETDAKAB" : "DISDIK",
                    no,
                    "Orang " + p + (random.nextInt(10) == 0 ? " Lain" : ""),
                    asn ? "PPPK" : "TENAGA_KONTRAK",
                    retired ? "99" : "01",
                    !retired,
                    EmployeeVersion.joined(former));
            rows.add(new Written(rows.size(), version));
        }
        return rows;
    }

    /** The same people, mostly. */
    private static List<Written> like(List<Written> rows, Random random) {
        List<Written> like = new ArrayList<>(rows);
        Collections.shuffle(like, random);
        if (random.nextInt(3) == 0) {
            like.remove(0);
        }
        return Stream.iterate(0, n -> n < like.size(), n -> n + 1)
                .map(n -> new Written(n, like.get(n).version()))
                .toList();
    }

    private static boolean fits(List<Written> rows, @Nullable Group group, Mandate mandate) {
        return group == null
                || rows.stream().allMatch(row -> mandate.groupOf(row.version().type()) == group);
    }

    private static String[] lines(List<Written> rows) {
        return rows.stream()
                .map(row -> String.join(
                        ",",
                        row.version().no(),
                        row.version().name(),
                        row.version().type(),
                        row.version().agency(),
                        row.version().status(),
                        row.version().former()))
                .toArray(String[]::new);
    }

    private static List<String> employees(RegisterFixture fixture) {
        return fixture.jdbc.queryForList("""
                        select concat_ws(' ', agency, no, valid_from, valid_to, person, name, type, status, active, former)
                          from employee""", String.class).stream().sorted().toList();
    }

    private static List<String> numbers(RegisterFixture fixture) {
        return fixture.jdbc.queryForList(
                "select concat_ws(' ', no, person, known_from) from employee_number order by no", String.class);
    }

    /** What the register says of each agency on each date, by the version that it has then. */
    private static final class Versions {
        private static final List<String> NUMBERS =
                IntStream.range(100, 145).mapToObj(String::valueOf).toList();

        private final Map<String, List<String>> said = new HashMap<>();

        /** A night that sees a version which it has seen judges nobody again: so it must say the same. */
        void look(RegisterFixture fixture, String where) {
            People people = new People(fixture.jdbc);
            for (int day = -1; day < 6; day++) {
                LocalDate date = RegisterFixture.JANUARY.plusDays(day);
                RegisterVersions versions = RegisterVersions.on(date, fixture.jdbc);
                people.rosters(List.of("DISDIK", "SETDAKAB"), date).forEach((agency, roster) -> {
                    List<String> now = new ArrayList<>();
                    Map<String, List<String>> numbers =
                            people.numbersOf(roster.stream().map(Person::id).toList(), date);
                    roster.forEach(person -> now.add(told(person) + " " + numbers.get(person.id())));
                    List<String> before = said.putIfAbsent(agency + " " + versions.of(agency), now);
                    assertThat(now).as("%s: %s on %s", where, agency, date).isEqualTo(before == null ? now : before);
                });
                List<String> numbers = new ArrayList<>();
                people.byNumber(NUMBERS, date).forEach((no, person) -> numbers.add(no + " " + told(person)));
                numbers.sort(null);
                List<String> before = said.putIfAbsent("all " + versions.ofAll(), numbers);
                assertThat(numbers).as("%s: numbers on %s", where, date).isEqualTo(before == null ? numbers : before);
            }
        }

        private static String told(Person person) {
            return String.join(
                    " ",
                    person.id(),
                    person.no(),
                    person.name(),
                    person.type(),
                    person.agency(),
                    person.status(),
                    person.active() + " " + person.endedOn());
        }
    }
}
