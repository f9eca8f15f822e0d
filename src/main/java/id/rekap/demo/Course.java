package id.rekap.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** What agencies report of a yearly course: who attended, and for how many hours. */
final class Course {
    /** So many nights until every agency has reported that had nothing else to send. */
    static final int GROUPS = 3;

    private static final int HOURS = 8;

    private Course() {}

    static byte[] list(List<Person> people, int office) {
        StringBuilder text = new StringBuilder(line("NIP/NIK", "Nama", "Mengikuti pelatihan", "Jam pelatihan"));
        for (Person person : people) {
            if (person.office() == office && person.standing().counts()) {
                int hours = Math.floorMod(person.handle().hashCode(), HOURS + 1);
                text.append(line(person.number(), person.name(), hours > 0 ? "ya" : "tidak", Integer.toString(hours)));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String... cells) {
        return CSVFormat.RFC4180.format((Object[]) cells) + "\r\n";
    }
}
