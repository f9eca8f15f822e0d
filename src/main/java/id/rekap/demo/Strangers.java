package id.rekap.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers that stand in lists and are nobody's; the same ones on every night. */
final class Strangers {
    private final Map<String, String> slips = new HashMap<>();
    private final Map<String, String> beside = new HashMap<>();

    Strangers(Numbers numbers, List<Person> people) {
        for (Person person : people) {
            if (person.flaw().slip() == Slip.ONE_DIGIT_WRONG) {
                slips.put(person.number(), numbers.slipOf(person.number()));
            } else if (person.flaw().slip() == Slip.STRANGER_BESIDE) {
                beside.put(person.number(), numbers.spare());
            }
        }
    }

    String slipOf(Person person) {
        return slips.getOrDefault(person.number(), person.number());
    }

    String beside(Person person) {
        return beside.getOrDefault(person.number(), person.number());
    }
}
