package id.rekap.register;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the register says of one person.
 *
 * @param person the first number under which it knew them
 * @param intervals in order, at least one
 */
record History(String person, List<Interval> intervals) {
    static History of(List<Interval> intervals) {
        return new History(intervals.get(0).version().no(), intervals);
    }

    /** The person's other numbers, current and former, and the dates of the first imports that named them. */
    SortedMap<String, LocalDate> otherNumbers() {
        SortedMap<String, LocalDate> numbers = new TreeMap<>();
        for (Interval interval : intervals) {
            numbers.putIfAbsent(interval.version().no(), interval.from());
            interval.version().formerNumbers().forEach(no -> numbers.putIfAbsent(no, interval.from()));
        }
        numbers.remove(person);
        return numbers;
    }
}
