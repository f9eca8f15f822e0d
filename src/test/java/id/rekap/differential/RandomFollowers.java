package id.rekap.differential;

import id.rekap.differential.RandomLists.Dropped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Exports of official accounts: some are older than others, some lack a part, and some hold nobody that is listed. */
final class RandomFollowers {
    private static final List<String> ACCOUNTS =
            List.of("humasacehbesar", "humasacehbesar", "mediacenter.acehbesar", "akun.lain");

    private final Regency regency;
    private final Random random;

    /** @param random of its own: what else happens stays what it was */
    RandomFollowers(Regency regency, Random random) {
        this.regency = regency;
        this.random = random;
    }

    void about(LocalDate date, Twins twins, List<String> story) {
        if (random.nextInt(3) > 0) {
            return;
        }
        String account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        LocalDate day = date.minusDays(random.nextInt(4));
        long seconds = day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        List<String> names = regency.people.stream()
                .map(soul -> "akun" + soul.id)
                .filter(handle -> random.nextInt(3) > 0)
                .distinct()
                .toList();
        String folder = "_followers/" + account + "/";
        String entries = names.stream()
                .map(name ->
                        "{\"title\":\"%s\",\"string_list_data\":[{\"href\":\"https://www.instagram.com/_u/%s\",\"timestamp\":%s}]}"
                                .formatted(name, name, Long.toString(seconds)))
                .collect(Collectors.joining(","));
        int total = random.nextInt(4) == 0 ? names.size() + 50 : names.size();
        twins.drop(new Dropped(folder + "followers_1.json", "[" + entries + "]"));
        twins.drop(new Dropped(folder + "control.txt", Integer.toString(total)));
        story.add("export of " + account + " of " + day + ", " + names.size() + " of " + total);
    }
}
