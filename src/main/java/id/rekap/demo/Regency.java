package id.rekap.demo;

import id.rekap.files.Modes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;

/**
 * A made-up regency of 12,000 people in 60 reporting agencies: its register, and what the agencies drop on each
 * night. The same seed gives the same bytes.
 */
public final class Regency {
    private final List<Office> offices = Offices.read();
    private final List<Person> people = new ArrayList<>();
    private final Strangers strangers;

    public Regency(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Numbers numbers = new Numbers(random.split());
        People made = new People(random.split(), numbers, offices.size());
        for (int i = 0; i < offices.size(); i++) {
            people.addAll(made.of(i, offices.get(i).people()));
        }
        strangers = new Strangers(numbers, people);
    }

    /** Writes {@code agencies.csv} and {@code employees.csv} as they hold on a date. */
    public void writeRegister(Path dir, LocalDate date) throws IOException {
        Modes.OPERATORS.makeFolders(dir);
        List<String> agencies = new ArrayList<>(List.of("kode,nama,induk,alias,wajib_lapor"));
        for (Office office : offices) {
            agencies.add(CSVFormat.RFC4180.format(
                    office.code(),
                    office.name(),
                    office.parent(),
                    office.aliases(),
                    office.expected() ? "ya" : "tidak"));
        }
        write(dir.resolve("agencies.csv"), agencies);
        List<String> employees = new ArrayList<>(List.of("nomor,nama,jenis,kode_opd,status,nomor_lama"));
        for (Person person : people) {
            employees.add(CSVFormat.RFC4180.format(
                    person.number(),
                    person.name(),
                    person.type(),
                    offices.get(person.office()).code(),
                    person.standing().written(person.number(), date),
                    person.formerNumber()));
        }
        write(dir.resolve("employees.csv"), employees);
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Modes.OPERATORS.makeFile(file);
        Files.write(file, lines);
    }

    /**
     * Drops what the agencies send for a night, and the chat in which their heads report.
     *
     * @param night from 1 on
     * @param inbox gets a folder for each agency that sends, and one for the chat
     */
    public void drop(int night, Path inbox) throws IOException {
        Lists lists = new Lists(offices, people, strangers);
        for (int i = 0; i < offices.size(); i++) {
            if (offices.get(i).on(night) == Sending.NOTHING) {
                continue;
            }
            for (Letter letter : Letter.of(offices.get(i), night, lists.of(i, night), lists.of(i, 1))) {
                letter.dropInto(inbox.resolve(offices.get(i).code()));
            }
        }
        new Chat(offices, people).dropInto(inbox, night);
        if (night == 1) {
            new Letter("daftar.csv", ListText.commas(List.of())).dropInto(inbox.resolve("Dinas Perikanan"));
        }
    }

    /**
     * Drops lists of the example of a second mandate, of agencies that have nothing else to send on that night.
     *
     * @param night from 1 on
     */
    public void dropCourse(int night, Path inbox) throws IOException {
        for (int i = 0; i < offices.size(); i++) {
            Office office = offices.get(i);
            if (office.on(night) == Sending.NOTHING && office.habit(Course.GROUPS) == night % Course.GROUPS) {
                new Letter("Daftar pelatihan.csv", Course.list(people, i)).dropInto(inbox.resolve(office.code()));
            }
        }
    }

    /** Drops what the official accounts say of their followers: one export that is whole, and one of which a part is missing. */
    public void dropFollowers(int night, Path inbox) throws IOException {
        if (Followers.areExported(night)) {
            new Followers(people, night).dropInto(inbox);
        }
    }

    /** Numbers of some of those who study: they are away from work. */
    public List<String> studying(int most) {
        return people.stream()
                .filter(person -> person.standing() == LegalStatus.STUDYING)
                .map(Person::number)
                .limit(most)
                .toList();
    }
}
