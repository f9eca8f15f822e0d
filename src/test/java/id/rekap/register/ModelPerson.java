package id.rekap.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One person: the first number under which they are known, and what is said of them. */
record ModelPerson(String id, List<Interval> intervals, SortedMap<String, LocalDate> otherNumbers) {
    @Nullable
    EmployeeVersion on(LocalDate date) {
        return intervals.stream()
                .filter(interval ->
                        !interval.from().isAfter(date) && interval.to().isAfter(date))
                .map(Interval::version)
                .findFirst()
                .orElse(null);
    }

    Set<String> numbers() {
        Set<String> numbers = new TreeSet<>(otherNumbers.keySet());
        numbers.add(id);
        return numbers;
    }
}
