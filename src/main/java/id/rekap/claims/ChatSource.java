package id.rekap.claims;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Where a chat's text comes from: the file, or of an archive the entry with the most heads. Pictures and the like are never
 * unfolded.
 */
final class ChatSource implements AutoCloseable {
    private static final Set<String> MEDIA = Set.of(
            "jpg", "jpeg", "png", "gif", "webp", "heic", "mp4", "3gp", "mov", "mkv", "opus", "m4a", "mp3", "aac", "ogg",
            "amr", "wav", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "rar", "apk", "vcf");
    /** Two entries with more heads than these are two chats. */
    private static final int PASTED = 5;

    private final @Nullable ZipFile archive;
    private final ChatText text;
    private final ChatSurvey survey;

    private ChatSource(@Nullable ZipFile archive, ChatText text, ChatSurvey survey) {
        this.archive = archive;
        this.text = text;
        this.survey = survey;
    }

    /** Looks through it. */
    interface Look {
        ChatSurvey at(ChatText text) throws IOException;
    }

    /** @throws ChatUnreadable where nobody can tell what is a head in it */
    static ChatSource open(Path file, Look look) throws IOException, ChatUnreadable {
        if (!isArchive(file)) {
            ChatText text = ChatText.of(() -> Files.newInputStream(file));
            ChatSurvey survey = look.at(text);
            survey.requireForm();
            return new ChatSource(null, text, survey);
        }
        ZipFile archive;
        try {
            // names that are no UTF-8 are read too; they are not used
            archive = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
        } catch (ZipException | EOFException e) {
            throw new ChatUnreadable(ChatReading.Refusal.BROKEN_ARCHIVE);
        }
        try {
            return chat(archive, look);
        } catch (ZipException | EOFException e) {
            archive.close();
            throw new ChatUnreadable(ChatReading.Refusal.BROKEN_ARCHIVE);
        } catch (IOException | ChatUnreadable | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static boolean isArchive(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 8 && start[3] < 9;
        }
    }

    private static ChatSource chat(ZipFile archive, Look look) throws IOException, ChatUnreadable {
        ChatSource most = null;
        int chats = 0;
        long left = ChatText.LONGEST;
        for (ZipEntry entry : Collections.list(archive.entries())) {
            if (entry.isDirectory() || isMedia(entry.getName())) continue;
            ChatText text = ChatText.of(() -> archive.getInputStream(entry));
            left -= text.length();
            if (left < 0) throw new ChatUnreadable(ChatReading.Refusal.TOO_LARGE);
            ChatSurvey survey = look.at(text);
            if (survey.most() > PASTED) chats++;
            if (most == null || survey.most() > most.survey.most()) most = new ChatSource(archive, text, survey);
        }
        if (chats > 1) throw new ChatUnreadable(ChatReading.Refusal.SEVERAL_CHATS);
        if (most == null) throw new ChatUnreadable(ChatReading.Refusal.NO_HEADER);
        most.survey.requireForm();
        return most;
    }

    private static boolean isMedia(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && MEDIA.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    ChatText text() {
        return text;
    }

    ChatSurvey survey() {
        return survey;
    }

    @Override
    public void close() throws IOException {
        if (archive != null) archive.close();
    }
}
