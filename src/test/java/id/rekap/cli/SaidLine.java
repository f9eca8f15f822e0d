package id.rekap.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Something that a page, a message or a workbook says: each piece of its text is in one line, none in two.
 *
 * @param where section, element and heading of the column
 * @param of what its row, card or article is about
 */
record SaidLine(String where, String of, String text) {
    private static final Set<String> UNITS =
            Set.of("title", "h1", "h2", "h3", "p", "li", "td", "th", "dt", "dd", "summary", "text", "figcaption");

    /** Attributes that nobody reads or hears. */
    private static final Set<String> UNREAD = Set.of(
            "class charset id href d viewbox width height x y cx cy r transform points content lang scope tabindex role"
                    .split(" "));

    private static final Map<String, Evaluator> SELECTORS = new HashMap<>();
    private static final Set<String> DATED = Set.of("Tanggal", "Daftar diterima", "Sejak");
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);

    /** Of a page: its text, and what its attributes say. */
    static List<SaidLine> page(Path file) throws IOException {
        Document page = Jsoup.parse(file, "UTF-8");
        List<SaidLine> lines = new ArrayList<>();
        Map<Element, StringBuilder> texts = new LinkedHashMap<>();
        page.traverse((node, depth) -> {
            if (node instanceof TextNode text && text.parent() != null) {
                texts.computeIfAbsent(unit(text.parent()), unit -> new StringBuilder())
                        .append(text.getWholeText());
            } else if (node instanceof Element element) {
                for (Attribute attribute : element.attributes()) {
                    if (!UNREAD.contains(attribute.getKey().toLowerCase(Locale.ROOT))) {
                        attribute(element, attribute, lines);
                    }
                }
            }
        });
        texts.forEach((unit, text) -> lines.add(new SaidLine(where(unit), of(unit), plain(text.toString()))));
        return lines;
    }

    /** What a reader may choose has its label in another one. */
    private static void attribute(Element element, Attribute attribute, List<SaidLine> lines) {
        String where = where(element) + "@" + attribute.getKey();
        Element table = element.closest(css("[data-labels]"));
        String[] labels =
                table == null ? new String[0] : table.attr("data-labels").split("\n", -1);
        String[] values = attribute.getValue().split("\n", -1);
        for (int i = 0; i < values.length; i++) {
            String label = attribute.getKey().equals("data-chosen") ? labels[i] + ": " : "";
            lines.add(new SaidLine(where, of(element), plain(label + values[i])));
        }
    }

    /** Reading a selector takes longer than looking by it. */
    private static Evaluator css(String selector) {
        return SELECTORS.computeIfAbsent(selector, QueryParser::parse);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Element unit(Element element) {
        Element unit = element;
        while (unit != null && !isUnit(unit)) {
            unit = unit.parent();
        }
        return unit == null ? element : unit;
    }

    private static boolean isUnit(Element element) {
        return UNITS.contains(element.normalName())
                || (element.parent() != null && element.parent().is(css(".span, .ends")))
                || (Set.of("span", "b").contains(element.normalName())
                        && !element.className().isEmpty()
                        && !element.hasClass("do")
                        && !element.hasClass("number"));
    }

    private static String where(Element element) {
        return part(element) + "/" + element.normalName()
                + (element.className().isEmpty()
                        ? ""
                        : "." + element.classNames().iterator().next())
                + column(element);
    }

    private static String part(Element element) {
        Element change = element.closest(css("details.change"));
        if (change != null) {
            return change.className();
        }
        Element section = element.closest(css("section"));
        if (section != null) {
            return section.attr("aria-labelledby");
        }
        Element part = element.closest(css("head, header, footer, article.night, .beside, main"));
        return part == null ? "" : part.hasClass("beside") ? "beside" : part.normalName();
    }

    private static String column(Element element) {
        if (element.normalName().equals("dd")) {
            Element term = element.previousElementSibling();
            return term == null ? "" : "/" + term.text();
        }
        Element table = element.closest(css("table"));
        Element head = table == null ? null : table.selectFirst(css("thead"));
        Element cell = element.closest(css("td"));
        return head == null || cell == null
                ? ""
                : "/" + head.select(css("th")).get(cell.elementSiblingIndex()).text();
    }

    private static String of(Element element) {
        Element row = element.closest(css("tbody tr, .head tr"));
        if (row != null) {
            Element group = Objects.requireNonNull(row.closest(css("table")))
                            .select(css("thead th"))
                            .eachText()
                            .contains("Kelompok")
                    ? row.selectFirst(css("td"))
                    : null;
            return nameOrCode(row.selectFirst(css("th"))) + (group == null ? "" : "|" + group.text());
        }
        Element about = element.closest(css(".obligation, .group, .night, .anomaly, .kind, .attention, .agency"));
        if (about == null) {
            return "";
        }
        Element name = about.selectFirst(css(about.is(css(".anomaly, .kind")) ? "code" : "summary, h3, h2"));
        return about.is(css(".agency"))
                ? nameOrCode(name)
                : name == null ? "" : plain(name.ownText().isBlank() ? name.text() : name.ownText());
    }

    private static String nameOrCode(@Nullable Element name) {
        Element code = name == null ? null : name.selectFirst(css("small"));
        return code != null ? code.text() : name == null ? "" : name.text();
    }

    static List<SaidLine> text(String text) {
        return text.lines().map(line -> new SaidLine("message", "", line)).toList();
    }

    /** Of a workbook: each sheet's tables stand below each other, with a line between them and a heading each. */
    static List<SaidLine> workbook(Path file) throws IOException {
        List<SaidLine> lines = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(Files.newInputStream(file))) {
            for (Sheet sheet : book.getSheets().toList()) {
                sheet(sheet, lines);
            }
        }
        return lines;
    }

    private static void sheet(Sheet sheet, List<SaidLine> lines) throws IOException {
        List<String> heads = List.of();
        int last = 0;
        for (Row row : sheet.read()) {
            List<String> texts = new ArrayList<>();
            for (Cell cell : row) {
                texts.add(cell == null ? "" : cell.getText());
            }
            boolean isAlone = texts.stream().filter(text -> !text.isEmpty()).count() < 2;
            if (isAlone) {
                texts.forEach(text -> lines.add(new SaidLine(sheet.getName(), "", text)));
            } else if (heads.isEmpty() || row.getRowNum() > last + 1) {
                heads = texts;
            } else {
                String of = about(row, heads);
                for (int i = 0; i < texts.size(); i++) {
                    String where = sheet.getName() + "/" + heads.get(0) + "/" + heads.get(i);
                    lines.add(new SaidLine(where, of, said(row.getCell(i), heads.get(i))));
                }
            }
            last = row.getRowNum();
        }
    }

    /** The words of its first cells, or its date. */
    private static String about(Row row, List<String> heads) {
        List<String> of = new ArrayList<>();
        for (int i = 0; i < Math.min(3, Math.min(row.getCellCount(), heads.size())); i++) {
            Cell cell = row.getCell(i);
            if (cell == null || cell.getType() != CellType.NUMBER || DATED.contains(heads.get(i))) {
                of.add(said(cell, heads.get(i)));
            }
        }
        return String.join("|", of);
    }

    /** As a spreadsheet shows it, but for decimals that it rounds. */
    private static String said(@Nullable Cell cell, String head) {
        if (cell == null || cell.getType() != CellType.NUMBER) {
            return cell == null ? "" : cell.getText();
        }
        BigDecimal number = cell.asNumber();
        if (DATED.contains(head)) {
            return date(FIRST_DAY.plusDays(number.intValueExact()));
        }
        String[] parts = number.abs().toPlainString().split("\\.", -1);
        String whole = parts[0].replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ".");
        return (number.signum() < 0 ? "−" : "") + whole + (parts.length > 1 ? "," + parts[1] : "");
    }

    static String date(LocalDate date) {
        return date.getDayOfMonth() + " " + Derivations.MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }
}
