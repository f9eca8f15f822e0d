package id.rekap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Collator;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the house. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {
    private static final String TEXT = "(?s:\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\")";
    private static final Pattern NUMBER = Pattern.compile("%[-#+ 0,(]*[0-9]*(\\.[0-9]+)?[a-rt-zA-MO-Z]");

    private static final Pattern RULE =
            Pattern.compile("(?m)^#### (\\w+)\n\n.* Decided in `([^`]+)`, tested by `(\\w+)`\\.$");

    /** They are large, and go with this instance. */
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.rekap");

    @Test
    void stagesOfTheNightDependOneWay() {
        ApplicationModules.of("id.rekap").verify();
    }

    @Test
    void readsTheClockOnlyInCliAndNightly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("id.rekap.cli..", "id.rekap.nightly..")
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .check(classes);
    }

    @Test
    void injectsThroughConstructorsOnly() {
        noFields().should().beAnnotatedWith(Autowired.class).check(classes);
    }

    /** Commands are made before HOME is known, and the first logger decides where all of them write. */
    @Test
    void commandsKeepNoLogger() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("id.rekap.cli..")
                .should()
                .haveRawType(Logger.class)
                .check(classes);
    }

    @Test
    void speaksThroughOneClassThatMakesTextHarmless() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Terminal")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    /** An Arabic machine has other digits, a Turkish one another lower case. */
    @Test
    void asksNoMachineForItsLocale() {
        noClasses()
                .should()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(NumberFormat.class, "getInstance")
                .orShould()
                .callMethod(NumberFormat.class, "getIntegerInstance")
                .orShould()
                .callMethod(NumberFormat.class, "getNumberInstance")
                .orShould()
                .callMethod(NumberFormat.class, "getPercentInstance")
                .orShould()
                .callConstructor(DecimalFormat.class, String.class)
                .orShould()
                .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(Collator.class, "getInstance")
                .check(classes);
    }

    /** It has no form with a locale, so it may put texts together and nothing else. */
    @Test
    void formatsNoNumberWithFormatted() throws IOException {
        assertThat(numbersFormatted("String.format(Locale.ROOT, \"%02d\", 1) + \"%d\".formatted(1)"))
                .isTrue();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(source -> source.toString().endsWith(".java"))
                            .filter(source -> numbersFormatted(contentOf(source.toFile()))))
                    .isEmpty();
        }
    }

    /** In a text of the file that no locale stands before. */
    private static boolean numbersFormatted(String source) {
        String own = source.replaceAll("Locale\\.\\w+,\\s*" + TEXT, "");
        return own.contains(".formatted(")
                && Pattern.compile(TEXT)
                        .matcher(own)
                        .results()
                        .anyMatch(text -> NUMBER.matcher(text.group()).find());
    }

    /** {@code docs/rules.md}: a heading for each code, with the class that decides it and a test. */
    @Test
    void everyRuleStandsOnItsPage() throws IOException {
        List<MatchResult> rules = RULE.matcher(Files.readString(Path.of("docs/rules.md")))
                .results()
                .toList();
        assertThat(rules)
                .extracting(rule -> rule.group(1))
                .containsExactlyInAnyOrder(
                        Stream.of(ExceptionCode.values()).map(Enum::name).toArray(String[]::new));
        for (MatchResult rule : rules) {
            String code = rule.group(1);
            Path deciding = Path.of("src/main/java/id/rekap", rule.group(2) + ".java");
            assertThat(deciding).as(code).exists();
            if (!mentioning("src/main/java/id/rekap", code).isEmpty()) {
                assertThat(deciding).as(code).content().contains(code);
                assertThat(
                                rule.group(3).equals("SamplesTest")
                                        ? Files.isDirectory(Path.of("jobs/samples", code))
                                        : isTest(rule.group(3)))
                        .as(code + " has a test")
                        .isTrue();
            }
        }
    }

    /** Names that are given to codes, and their texts, aside. */
    private static List<Path> mentioning(String folder, String code) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of(folder))) {
            return sources.filter(source -> source.toString().endsWith(".java"))
                    .filter(source -> !source.getParent().endsWith("catalogue"))
                    .filter(source -> contentOf(source.toFile()).contains(code))
                    .toList();
        }
    }

    private static boolean isTest(String name) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            return sources.anyMatch(source -> source.endsWith(name + ".java"));
        }
    }
}
