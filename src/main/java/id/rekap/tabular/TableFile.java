package id.rekap.tabular;

import id.rekap.catalogue.ExceptionCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV or XLSX file opened for reading. What it takes to know that the file is safe to read is done on opening. */
public final class TableFile implements AutoCloseable {
    private final String form;
    private final List<Sheet> sheets;
    private final AutoCloseable source;

    private TableFile(String form, List<Sheet> sheets, AutoCloseable source) {
        this.form = form;
        this.sheets = sheets;
        this.source = source;
    }

    /**
     * Opens a file as the form that its dropped name claims, once its bytes agree.
     *
     * <p>{@code FILE_UNREADABLE}: another form, or broken. {@code FILE_TOO_LARGE}: over a limit, bombs included.
     * {@code FILE_ENCODING}: bytes that are no text, NUL among them. {@code FILE_UNSAFE}: what no spreadsheet program
     * writes, such as a DOCTYPE or one part twice. {@code FILE_EMPTY}: nothing that can be seen. What concerns one row or
     * cell is found on walking the sheet.
     *
     * @param file where the bytes are; its own name says nothing
     * @param name as dropped by the sender
     */
    public static TableFile open(Path file, String name, Limits limits) throws FileRefused, IOException {
        long size = Files.size(file);
        if (size > limits.bytes()) {
            throw new FileRefused(
                            ExceptionCode.FILE_TOO_LARGE,
                            "",
                            size + " byte",
                            "paling besar " + limits.bytes() + " byte")
                    .inEnglish(size + " bytes", "at most " + limits.bytes() + " bytes");
        }
        if (size == 0) {
            throw nothing("0 byte", "an empty file");
        }
        return switch (Form.of(file, name)) {
            case CSV ->
                new TableFile(
                        "csv",
                        List.of(
                                size > LargeCsv.FROM
                                        ? LargeCsv.of(file, limits)
                                        : CsvSheet.of(Files.readAllBytes(file), limits)),
                        () -> {});
            case XLSX -> {
                Parts parts = Parts.open(file, limits);
                try {
                    yield new TableFile("xlsx", Workbook.sheets(parts, limits), parts);
                } catch (FileRefused | RuntimeException e) {
                    parts.close();
                    throw e;
                }
            }
        };
    }

    /** A file without content; marks that cannot be seen are none. */
    static FileRefused nothing(String found, String foundEnglish) {
        return new FileRefused(ExceptionCode.FILE_EMPTY, "", found, "daftar dengan baris data")
                .inEnglish(foundEnglish, "a list with rows of data");
    }

    /** {@code csv} or {@code xlsx}; a {@code .txt} is a CSV. */
    public String form() {
        return form;
    }

    /** The sheets that the sender sees, in their order: one for CSV, the visible worksheets for XLSX. */
    public List<Sheet> sheets() {
        return sheets;
    }

    /** Rows that are still open can't be read any further. */
    @Override
    public void close() throws IOException {
        try {
            source.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
