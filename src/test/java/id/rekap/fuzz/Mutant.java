package id.rekap.fuzz;

import id.rekap.fuzz.Seeds.Seed;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One spoiled file and how it is dropped, grown from a seed and a number alone.
 *
 * @param name as dropped: {@code ralat…} corrects the list in force
 * @param inForce is the agency's whole list in force before it comes?
 * @param alone does no other file come with it?
 */
@SuppressWarnings("ArrayRecordComponent") // carried about, never compared
record Mutant(long number, String agency, String name, byte[] bytes, boolean inForce, boolean alone) {
    private static final List<String> NAMES = List.of(
            "daftar",
            "ralat",
            "Ralat 2",
            "DAFTAR PEGAWAI",
            "=daftar",
            "d\u200eaftar",
            "daftar😀",
            "daftar (1).xls",
            "d".repeat(200));

    static Mutant of(long seed, long number, Seeds seeds) {
        SplittableRandom random =
                new SplittableRandom(new SplittableRandom(seed).nextLong() + number * 0x9E3779B97F4A7C15L);
        Seed from = seeds.pick(random);
        byte[] bytes = spoiled(from, seeds, random);
        String extension = from.name().substring(Math.max(0, from.name().lastIndexOf('.')));
        String name = random.nextInt(4) == 0 ? Words.pick(NAMES, random) + extension : from.name();
        return new Mutant(number, from.agency(), name, bytes, random.nextInt(3) == 0, random.nextInt(10) > 0);
    }

    private static byte[] spoiled(Seed from, Seeds seeds, SplittableRandom random) {
        byte[] bytes = from.bytes();
        int mutations = random.nextInt(50) == 0 ? 0 : 1 + random.nextInt(1 + random.nextInt(6));
        Mutation blind =
                new Mutation(random, false, () -> Text.of(seeds.pick(random).bytes()));
        Book book = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K' ? Book.open(bytes, random) : null;
        if (book == null || book.isEmpty() || random.nextInt(8) == 0) {
            for (int i = 0; i < mutations; i++) {
                bytes = blind.of(Text.of(bytes)).bytes();
            }
            return bytes;
        }
        for (int i = 0; i < mutations; i++) {
            book.mutate(() -> seeds.pick(random).bytes());
        }
        byte[] zipped = book.bytes();
        return random.nextInt(12) == 0 ? blind.of(Text.of(zipped)).bytes() : zipped;
    }
}
