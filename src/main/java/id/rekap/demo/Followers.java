package id.rekap.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What the two accounts' own exports say of their followers: one that is whole, and one of which a part is missing. Among them
 * are citizens, who are nobody either.
 */
final class Followers {
    private static final String WHOLE = "humasacehbesar";
    private static final String PARTIAL = "mediacenter.acehbesar";
    private static final LocalDate DAY_BEFORE = LocalDate.of(2020, 7, 28);
    private static final int CITIZENS = 900;
    private static final int FIRST = 2;
    private static final int EVERY = 10;

    /** One of so many who say that they follow is not among the followers. */
    private static final int MISSING = 23;

    private final List<Person> people;
    private final int night;

    Followers(List<Person> people, int night) {
        this.people = people;
        this.night = night;
    }

    /** On the second night, and every tenth after it. */
    static boolean areExported(int night) {
        return night % EVERY == FIRST;
    }

    void dropInto(Path inbox) throws IOException {
        List<String> humas = names(person -> person.conduct().followsHumas(night));
        drop(inbox, WHOLE, "followers_1.json", export(humas));
        drop(inbox, WHOLE, "control.txt", String.format(Locale.GERMANY, "%,d%n", humas.size()));
        List<String> mediaCenter = names(person -> person.conduct().followsMediaCenter(night));
        int half = mediaCenter.size() / 2;
        drop(inbox, PARTIAL, "followers_1.json", export(mediaCenter.subList(0, half)));
        drop(inbox, PARTIAL, "followers_3.json", export(mediaCenter.subList(half, half + half / 2)));
        drop(inbox, PARTIAL, "control.txt", mediaCenter.size() + "\n");
    }

    private static void drop(Path inbox, String account, String name, String text) throws IOException {
        new Letter(name, text.getBytes(StandardCharsets.UTF_8))
                .dropInto(inbox.resolve("_followers").resolve(account));
    }

    private List<String> names(Predicate<Person> follows) {
        List<String> names = new ArrayList<>();
        for (Person person : people) {
            if (follows.test(person) && Math.floorMod(person.handle().hashCode(), MISSING) != 0) {
                names.add(person.handle());
            }
        }
        for (int i = 0; i < CITIZENS; i++) {
            names.add("warga.rekaan." + i);
        }
        return names;
    }

    /** As an account's download has it, the newest last. */
    private String export(List<String> names) {
        long newest = DAY_BEFORE.plusDays(night).atTime(3, 0).toEpochSecond(ZoneOffset.UTC);
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            json.append(i == 0 ? "" : ",")
                    .append(
                            "\n{\"title\":\"\",\"media_list_data\":[],\"string_list_data\":[{\"href\":\"https://www.instagram.com/")
                    .append(name)
                    .append("\",\"value\":\"")
                    .append(name)
                    .append("\",\"timestamp\":")
                    .append(newest - (names.size() - 1L - i) * 60)
                    .append("}]}");
        }
        return json.append("\n]\n").toString();
    }
}
