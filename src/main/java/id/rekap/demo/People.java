package id.rekap.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Fills the offices with made-up people, always the same ones for a seed. */
final class People {
    private final SplittableRandom random;
    private final Numbers numbers;
    private final Names names;
    private final int offices;

    People(SplittableRandom random, Numbers numbers, int offices) {
        this.random = random;
        this.numbers = numbers;
        this.names = new Names(random.split());
        this.offices = offices;
    }

    List<Person> of(int office, int count) {
        List<Person> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            people.add(person(office));
        }
        return people;
    }

    private Person person(int office) {
        Employment type = Employment.draw(random);
        LegalStatus standing = LegalStatus.draw(random, type);
        boolean woman = random.nextInt(100) < 56;
        String name = names.of(woman);
        return new Person(
                standing == LegalStatus.RETIRING ? numbers.ofPensioner(woman) : numbers.of(type, woman),
                formerNumber(type, woman),
                name,
                type,
                standing,
                office,
                names.handleOf(name),
                ReportingHabit.draw(random),
                Flaw.draw(random, offices));
    }

    private String formerNumber(Employment type, boolean woman) {
        int of100 = random.nextInt(100);
        return switch (type) {
            case PNS -> of100 < 3 ? numbers.oldNip() : "";
            case PPPK -> of100 < 12 ? numbers.of(type, woman) : "";
            case CPNS, PPPK_PARUH_WAKTU, TENAGA_KONTRAK -> "";
        };
    }
}
