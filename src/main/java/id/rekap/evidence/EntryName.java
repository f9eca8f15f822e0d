package id.rekap.evidence;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The user name of one entry, from all places in which layouts write it. Two that disagree are none. */
final class EntryName {
    /** As Instagram writes links, a million times in an export; any other one is taken apart. */
    private static final List<String> PROFILES = List.of("https://www.instagram.com/", "https://www.instagram.com/_u/");

    private @Nullable String name;
    private boolean isRefused;

    /** A name as it stands. */
    void written(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            say(text.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** A name as a link to its profile: {@code https://www.instagram.com/_u/x}. */
    void linked(@Nullable String href) {
        if (href != null && !href.isBlank()) {
            say(ofLink(href.strip().toLowerCase(Locale.ROOT)));
        }
    }

    /** The name, or null where there is none, or none that is sure. */
    @Nullable
    String sure() {
        return isRefused ? null : name;
    }

    private void say(String said) {
        if (!FollowerNames.isName(said) || (name != null && !name.equals(said))) {
            isRefused = true;
        }
        name = said;
    }

    private static String ofLink(String href) {
        for (String profile : PROFILES) {
            if (href.startsWith(profile) && FollowerNames.isName(href.substring(profile.length()))) {
                return href.substring(profile.length());
            }
        }
        try {
            URI link = new URI(href);
            String host = link.getHost();
            if (link.getPath() == null || host == null || !(host + '.').contains("instagram.com.")) {
                return "";
            }
            String[] parts = link.getPath().replaceFirst("^/+(_u/)?", "").split("/", -1);
            return parts.length == 1 || (parts.length == 2 && parts[1].isEmpty()) ? parts[0] : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
