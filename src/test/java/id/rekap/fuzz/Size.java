package id.rekap.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/** What may be large in one agency's drop, each within the limits of a file. */
@SuppressWarnings("ImmutableEnumChecker") // each is a method without a state
enum Size {
    UNKNOWN_NUMBERS(ListSizes::unknownNumbers),
    UNKNOWN_NUMBERS_BESIDE_LONG_HEADERS(RowSizes::unknownNumbersBesideLongHeaders),
    LONG_HEADERS(RowSizes::longHeaders),
    BACKSLASHES(ListSizes::backslashes),
    QUOTES_IN_NUMBERS(ListSizes::quotesInNumbers),
    ONE_SHARED_STRING(WorkbookSizes::oneSharedString),
    ONE_SHARED_STRING_IN_ALL_COLUMNS(WorkbookSizes::oneSharedStringInAllColumns),
    EMPTY_SHARED_STRINGS(WorkbookSizes::emptySharedStrings),
    LONG_SHARED_STRINGS(WorkbookSizes::longSharedStrings),
    RANDOM_TEXT(ListSizes::randomText),
    LONG_CELLS_EVERYWHERE(RowSizes::longCellsEverywhere),
    LONG_CELLS_IN_A_WORKBOOK(WorkbookSizes::longCellsInAWorkbook),
    TINY_FILES(DropSizes::tinyFiles),
    TINY_FILES_THAT_ARE_NONE(DropSizes::tinyFilesThatAreNone),
    TINY_CORRECTIONS(DropSizes::tinyCorrections),
    FILES_OF_EMPTY_ROWS(RowSizes::filesOfEmptyRows),
    CORRECTIONS(DropSizes::corrections),
    CORRECTIONS_ALONE(DropSizes::correctionsAlone),
    CORRECTIONS_THAT_DIFFER(DropSizes::correctionsThatDiffer),
    ONE_PERSON_AGAIN_AND_AGAIN(ListSizes::onePersonAgainAndAgain),
    ALL_OF_ANOTHER_AGENCY(ListSizes::allOfAnotherAgency),
    DAMAGED_NUMBERS(ListSizes::damagedNumbers),
    MALFORMED_NUMBERS(ListSizes::malformedNumbers),
    TOO_WIDE_ROWS(RowSizes::tooWideRows),
    NAMELESS_ROWS(ListSizes::namelessRows),
    HALF_A_GIGABYTE_UNFOLDED(WorkbookSizes::halfAGigabyteUnfolded),
    MANY_ZIP_ENTRIES(WorkbookSizes::manyZipEntries),
    MANY_SHEETS(WorkbookSizes::manySheets),
    LONG_SHEET_NAME(WorkbookSizes::longSheetName),
    LONG_HEADER_TWICE(RowSizes::longHeaderTwice),
    LONG_TITLES(RowSizes::longTitles),
    WIDE_ROWS(RowSizes::wideRows),
    WIDE_UTF_16(RowSizes::wideUtf16),
    QUOTED_LINES(RowSizes::quotedLines),
    MILLION_ORDINARY_ROWS(ListSizes::millionOrdinaryRows),
    OWN_COLUMNS_FULL(XmlSizes::ownColumnsFull),
    TITLES_OF_ONE_SHARED_STRING(XmlSizes::titlesOfOneSharedString),
    LONG_MARKUP(XmlSizes::longMarkup),
    DEEP_MARKUP(XmlSizes::deepMarkup),
    MANY_ATTRIBUTES(XmlSizes::manyAttributes),
    FORMULAS(XmlSizes::formulas),
    CELLS_WITHOUT_ROWS(XmlSizes::cellsWithoutRows),
    ONE_ROW_OF_MANY_CELLS(XmlSizes::oneRowOfManyCells),
    ONE_CHARACTER_OVER_AND_OVER(TextSizes::oneCharacterOverAndOver),
    HEADERS_THAT_UNFOLD(TextSizes::headersThatUnfold),
    NAMES_OF_MANY_WORDS(TextSizes::namesOfManyWords),
    DIGITS_EVERYWHERE(TextSizes::digitsEverywhere),
    OWN_COLUMNS_OF_LETTERS(TextSizes::ownColumnsOfLetters),
    NUMBERS_OF_A_BIG_AGENCY_MISTYPED(TextSizes::numbersOfABigAgencyMistyped),
    CORRECTIONS_OF_A_LONG_LIST(DropSizes::correctionsOfALongList),
    CORRECTIONS_UNDER_NAMES(DropSizes::correctionsUnderNames),
    SUBFOLDERS(DropSizes::subfolders),
    DEEP_SUBFOLDERS(DropSizes::deepSubfolders),
    EMPTY_FILES(DropSizes::emptyFiles),
    LINKS(DropSizes::links),
    FILES_OF_MANY_HEADERS(DropSizes::filesOfManyHeaders);

    /** One drop of an agency. */
    private interface Drop {
        void write(Path folder, Team team, RandomGenerator random) throws IOException;
    }

    private final Drop drop;

    Size(Drop drop) {
        this.drop = drop;
    }

    void write(Path folder, Team team, RandomGenerator random) throws IOException {
        drop.write(folder, team, random);
    }
}
