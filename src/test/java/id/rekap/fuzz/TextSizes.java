package id.rekap.fuzz;

import static id.rekap.fuzz.SizeFiles.between;
import static id.rekap.fuzz.SizeFiles.csv;
import static id.rekap.fuzz.SizeFiles.letters;
import static id.rekap.fuzz.SizeFiles.number;
import static id.rekap.fuzz.SizeFiles.pick;
import static id.rekap.fuzz.SizeFiles.rows;
import static id.rekap.fuzz.SizeFiles.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** Texts that are long in themselves, whatever is in them. */
final class TextSizes {
    private TextSizes() {}

    static void oneCharacterOverAndOver(Path folder, Team team, RandomGenerator random) throws IOException {
        String character = pick(random, "a", "\u0000", "\"", "\n", "\r", ";", ",", "\t", " ", "'", "\\", "|");
        csv(folder.resolve(pick(random, "daftar.csv", "daftar.txt")), out -> {
            out.write(random.nextBoolean() ? "nip,repost\n" + team.no(0) + ",1\n" : "");
            rows(out, 52_000, i -> character.repeat(1_000));
        });
    }

    static void headersThatUnfold(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost");
            rows(
                    out,
                    between(random, 100, 480),
                    i -> "," + pick(random, "\ufdfa", "\u0344", "\u1e9b\u0323").repeat(30_000));
            out.write("\n" + team.no(0) + ",1\n");
        });
    }

    static void namesOfManyWords(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,nama,repost\n");
            rows(out, 5_000, i -> (i < Team.PEOPLE ? team.no(i) : number(i)) + "," + "a b ".repeat(1_000) + ",1\n");
        });
    }

    static void digitsEverywhere(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,nama,repost" + text(40, c -> ",k" + c) + "\n");
            rows(
                    out,
                    1_100,
                    i -> number(i) + "," + "1106 0102 0304 0009 ".repeat(20) + ",x"
                            + text(40, c -> "," + "1106010203040009 ".repeat(58)) + "\n");
        });
    }

    static void ownColumnsOfLetters(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,repost" + text(40, c -> ",k" + c) + "\n");
            rows(out, 1_250, i -> number(i) + ",1" + text(40, c -> "," + letters(random, 990)) + "\n");
        });
    }

    static void numbersOfABigAgencyMistyped(Path folder, Team team, RandomGenerator random) throws IOException {
        csv(folder.resolve("daftar.csv"), out -> {
            out.write("nip,nama,repost\n");
            rows(out, 37_000, i -> number(i) + ",Orang,1\n");
            rows(out, Team.CROWD, i -> Team.slipped(i) + ",Orang,1\n");
            rows(out, Team.CROWD, i -> Team.crowd(i) + ",Orang,1\n");
        });
    }
}
