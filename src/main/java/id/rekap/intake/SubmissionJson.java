package id.rekap.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A submission's files and notes as the database keeps them. */
final class SubmissionJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<ListFile>> FILES = new TypeReference<>() {};
    private static final TypeReference<List<HoldReason>> HOLD_REASONS = new TypeReference<>() {};
    private static final TypeReference<List<FileNote>> NOTES = new TypeReference<>() {};

    private SubmissionJson() {}

    static String of(List<?> records) {
        return JSON.writeValueAsString(records);
    }

    static List<ListFile> files(String json) {
        return read(json, FILES);
    }

    static List<HoldReason> holdReasons(@Nullable String json) {
        return json == null ? List.of() : read(json, HOLD_REASONS);
    }

    static List<FileNote> notes(String json) {
        return read(json, NOTES);
    }

    /** What the database has lost is no fault of a delivery, and its text may name people. */
    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw CompressedJson.damaged(e.getClass().getSimpleName());
        }
    }
}
