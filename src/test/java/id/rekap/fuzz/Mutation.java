package id.rekap.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Spoils a text, blindly and by the cells, lines and numbers in it. */
final class Mutation {
    /** What grows beyond is cut: larger files are the corpus's own business. */
    private static final int LONGEST = 3 << 20;

    private static final String CSV_ENDS = ",;\t|\r\n\"";
    private static final String XML_ENDS = "<>\"";
    private static final List<String> XML = List.of(
            "<c r=\"A2\" t=\"s\"><v>0</v></c>",
            "<c t=\"b\"><v>1</v></c>",
            "<c t=\"e\"><v>#N/A</v></c>",
            "<c t=\"d\"><v>2020-07-01</v></c>",
            "<c s=\"1\"><v>44044.5</v></c>",
            "<c><f>1+1</f><v>2</v></c>",
            "<c t=\"inlineStr\"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c>",
            "<row r=\"1048577\"/>",
            "<row/>",
            "<!DOCTYPE a [<!ENTITY e \"e\">]>",
            "<![CDATA[ya]]>",
            "<!---->",
            "<!-->",
            "<?a b?>",
            "&#0;",
            "&#xD800;",
            "&#x110000;",
            "&e;",
            "&lt;",
            "<a b='c' b='d'/>",
            "<x:y z:w=\"1\"/>",
            "xmlns:x=\"y\"",
            "xml:space=\"preserve\"",
            "</sheetData>",
            "<sheet name=\"\" state=\"veryHidden\" r:id=\"rId1\"/>",
            "<numFmt numFmtId=\"164\" formatCode=\"[\"/>",
            "<numFmt numFmtId=\"164\" formatCode=\"\\\"/>",
            "<xf numFmtId=\"99999999999\"/>",
            "<si/>",
            "<Relationship Id=\"rId1\" Type=\"/worksheet\" Target=\"../../../x\"/>");

    private final RandomGenerator random;
    private final boolean isXml;
    private final Supplier<Text> another;

    /** @param another text to take pieces of */
    Mutation(RandomGenerator random, boolean isXml, Supplier<Text> another) {
        this.random = random;
        this.isXml = isXml;
        this.another = another;
    }

    Text of(Text text) {
        Text mutant = text.units().isEmpty() ? text.with(text.units(Words.any(random))) : once(text);
        return mutant.units().length() > LONGEST ? mutant.with(mutant.units().substring(0, LONGEST)) : mutant;
    }

    private Text once(Text text) {
        String t = text.units();
        int at = random.nextInt(t.length() + 1);
        return switch (random.nextInt(20)) {
            case 0 -> text.with(flipped(t));
            case 1 -> text.with(t.substring(0, at) + noise() + t.substring(at));
            case 2 -> text.with(t.substring(0, at) + t.substring(end(t, at)));
            case 3 -> text.with(repeated(t, at, end(t, at)));
            case 4 -> text.with(t.substring(0, at) + piece() + t.substring(random.nextBoolean() ? at : end(t, at)));
            case 5, 6, 7, 8, 9, 10 -> inField(text, at, Words.any(random));
            case 11, 12 -> storm(text);
            case 13 -> number(text, at);
            case 14 -> digit(text, at);
            case 15 -> text.with(random.nextInt(4) == 0 ? t.substring(0, at) : lines(t));
            case 16, 17 -> text.with(lines(t));
            default -> isXml ? snippet(text, at) : dialect(text);
        };
    }

    private int end(String t, int from) {
        int most = random.nextInt(8) == 0 ? t.length() : 64;
        return Math.min(t.length(), from + random.nextInt(most) + 1);
    }

    private String flipped(String t) {
        StringBuilder flipped = new StringBuilder(t);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(t.length());
            char bit = (char) (t.charAt(at) ^ (1 << random.nextInt(8)));
            flipped.setCharAt(at, random.nextBoolean() ? bit : (char) random.nextInt(256));
        }
        return flipped.toString();
    }

    private String noise() {
        StringBuilder noise = new StringBuilder();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            noise.append((char) random.nextInt(256));
        }
        return noise.toString();
    }

    private String repeated(String t, int from, int to) {
        int times = random.nextInt(10) == 0 ? 3_000 : 1 + random.nextInt(20);
        int fitting = Math.min(times, LONGEST / Math.max(1, to - from));
        return t.substring(0, to) + t.substring(from, to).repeat(fitting) + t.substring(to);
    }

    private String piece() {
        String from = another.get().units();
        if (from.isEmpty()) {
            return "";
        }
        int at = random.nextInt(from.length());
        return from.substring(at, end(from, at));
    }

    private boolean isEnd(char c) {
        return (isXml ? XML_ENDS : CSV_ENDS).indexOf(c) >= 0;
    }

    /** The cell, text or attribute around a place gets another content. */
    private Text inField(Text text, int at, String word) {
        String t = text.units();
        int from = at;
        int to = at;
        while (from > 0 && !isEnd(t.charAt(from - 1))) {
            from--;
        }
        while (to < t.length() && !isEnd(t.charAt(to))) {
            to++;
        }
        return text.with(t.substring(0, from) + text.units(escaped(word)) + t.substring(to));
    }

    private String escaped(String word) {
        return isXml && random.nextInt(8) > 0
                ? word.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;")
                : word;
    }

    /** Many cells at once. */
    private Text storm(Text text) {
        String t = text.units();
        int percent = 5 + random.nextInt(30);
        StringBuilder storm = new StringBuilder();
        int from = 0;
        boolean isTag = false;
        for (int i = 0; i <= t.length(); i++) {
            if (i < t.length() && !isEnd(t.charAt(i))) {
                continue;
            }
            boolean hit = !isTag && storm.length() < LONGEST && i > from && random.nextInt(100) < percent;
            storm.append(hit ? text.units(escaped(Words.any(random))) : t.substring(from, i));
            if (i < t.length()) {
                storm.append(t.charAt(i));
                isTag = isXml && (t.charAt(i) == '<' || (isTag && t.charAt(i) != '>'));
            }
            from = i + 1;
        }
        return text.with(storm.toString());
    }

    /** The first digits behind a place become a number at some limit. */
    private Text number(Text text, int at) {
        String t = text.units();
        int from = digitFrom(t, at);
        int to = from;
        while (to < t.length() && isDigit(t.charAt(to))) {
            to++;
        }
        return text.with(t.substring(0, from) + text.units(Words.number(random)) + t.substring(to));
    }

    /** One digit as people mistype it. */
    private Text digit(Text text, int at) {
        String t = text.units();
        int i = digitFrom(t, at);
        if (i == t.length()) {
            return text;
        }
        String other = Integer.toString(random.nextInt(10));
        return text.with(
                switch (random.nextInt(4)) {
                    case 0 -> t.substring(0, i) + t.substring(i + 1);
                    case 1 -> t.substring(0, i) + other + t.substring(i);
                    case 2 ->
                        i + 1 == t.length()
                                ? t
                                : t.substring(0, i) + t.charAt(i + 1) + t.charAt(i) + t.substring(i + 2);
                    default -> t.substring(0, i) + other + t.substring(i + 1);
                });
    }

    private static int digitFrom(String t, int at) {
        int i = at;
        while (i < t.length() && !isDigit(t.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Lines of a CSV, elements of XML: doubled, dropped, swapped. */
    private String lines(String t) {
        List<String> lines = new ArrayList<>(List.of(t.split(isXml ? "(?=<row)|(?=<c )|(?=<si)" : "(?<=\n)", -1)));
        int one = random.nextInt(lines.size());
        int two = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(two, lines.get(one));
            case 2 -> lines.set(two, lines.set(one, lines.get(two)));
            default -> {
                String line = lines.get(one);
                int times = Math.min(random.nextInt(40), LONGEST / Math.max(1, line.length()));
                lines.set(one, line.repeat(times));
            }
        }
        return String.join("", lines);
    }

    private Text snippet(Text text, int at) {
        String t = text.units();
        int place = random.nextInt(4) == 0 ? at : Math.max(0, t.indexOf('<', at));
        String snippet = Words.pick(XML, random);
        return switch (random.nextInt(6)) {
            case 0 -> text.with(t.substring(0, place) + "<a>".repeat(1 + random.nextInt(400)) + t.substring(place));
            case 1 -> {
                // an element around what follows, closed or not
                int end = Math.max(place, t.indexOf('>', place) + 1);
                yield text.with(t.substring(0, place) + "<r>" + t.substring(place, end)
                        + (random.nextBoolean() ? "</r>" : "") + t.substring(end));
            }
            default -> text.with(t.substring(0, place) + snippet + t.substring(place));
        };
    }

    private Text dialect(Text text) {
        String t = text.units();
        String mark = Words.pick(List.of("\ufeff", "sep=;\n", "sep=,\r\n", "sep==\n", "\"", "\n\n"), random);
        return switch (random.nextInt(5)) {
            case 0 -> text.transcoded(random);
            case 1 -> text.with(text.units(mark) + t);
            case 2 -> text.with(t.replace(other(), other()));
            case 3 -> text.with(t.replace("\n", Words.pick(List.of("\r", "\r\n", "\n\r", "\n\n", "\"\n\""), random)));
            default -> text.with(t.replace(other(), '"'));
        };
    }

    private char other() {
        return Words.pick(List.of(',', ';', '\t', '|', '\n', ' '), random);
    }
}
