package id.rekap.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A pasted link: to a profile, or to something else. */
final class HandleLink {
    private static final Set<String> INSTAGRAM = Set.of("instagram.com", "instagr.am", "instagram", "ig");
    private static final Set<String> OTHERS = Set.of(
            "facebook.com",
            "fb.com",
            "tiktok.com",
            "twitter.com",
            "x.com",
            "youtube.com",
            "youtu.be",
            "threads.net",
            "threads.com",
            "wa.me",
            "t.me",
            "linktr.ee",
            "facebook",
            "fb",
            "tiktok",
            "twitter",
            "youtube",
            "wa");
    private static final Set<String> TOP_LEVELS =
            Set.of("com", "id", "net", "org", "me", "co", "tv", "be", "ly", "ee", "info", "link", "page");
    private static final Set<String> NOT_PROFILES =
            Set.of("p", "reel", "reels", "stories", "explore", "tv", "s", "share", "accounts", "direct", "highlights");
    /** The tabs of a profile, which stand behind its name. */
    private static final Set<String> TABS = Set.of("reels", "tagged", "followers", "following", "channel", "guides");

    private HandleLink() {}

    static boolean isLink(String lower) {
        return (lower.indexOf('/') >= 0 && lower.indexOf(' ') < 0) || lower.startsWith("www.") || isHost(lower);
    }

    /** The bare name of a site, which would otherwise pass for a user name. */
    private static boolean isHost(String lower) {
        String host = withoutPrefix(lower);
        return INSTAGRAM.contains(host) || OTHERS.contains(host);
    }

    static Answer read(String lower, String text) {
        String address = lower;
        int scheme = address.indexOf("://");
        if (scheme >= 0) {
            address = address.startsWith("http") ? address.substring(scheme + 3) : "unknown.com";
        }
        List<String> parts = parts(address);
        boolean pathOnly = address.startsWith("/");
        String host = pathOnly || parts.isEmpty() ? "" : withoutPrefix(parts.get(0));
        if (!pathOnly && !INSTAGRAM.contains(host)) {
            return Answer.unreadable(text, notInstagram(host, parts, scheme >= 0 || lower.startsWith("www.")));
        }
        int at = pathOnly ? 0 : 1;
        if (at < parts.size() && parts.get(at).equals("_u")) {
            at++;
        }
        if (at >= parts.size()) {
            return Answer.unreadable(text, Reason.NO_NAME);
        }
        if (NOT_PROFILES.contains(parts.get(at))) {
            return Answer.unreadable(text, Reason.POST_LINK);
        }
        if (parts.size() > at + 2 || (parts.size() > at + 1 && !TABS.contains(parts.get(at + 1)))) {
            return Answer.unreadable(
                    text, NOT_PROFILES.contains(parts.get(at + 1)) ? Reason.POST_LINK : Reason.CHARACTERS);
        }
        String name = parts.get(at);
        return HandleName.read(name.startsWith("@") ? name.substring(1) : name, text);
    }

    private static Reason notInstagram(String host, List<String> parts, boolean surelyLink) {
        int dot = host.lastIndexOf('.');
        if (surelyLink || OTHERS.contains(host) || (dot > 0 && TOP_LEVELS.contains(host.substring(dot + 1)))) {
            return Reason.OTHER_SITE;
        }
        boolean names = parts.size() > 1;
        for (String part : parts) {
            names &= HandleName.isValid(part.startsWith("@") ? part.substring(1) : part);
        }
        return names ? Reason.TWO_HANDLES : Reason.CHARACTERS;
    }

    /** The parts between slashes, up to the query or fragment. */
    private static List<String> parts(String address) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= address.length(); i++) {
            char c = i < address.length() ? address.charAt(i) : '?';
            if (c == '/' || c == '?' || c == '#') {
                if (i > from) {
                    parts.add(address.substring(from, i));
                }
                from = i + 1;
                if (c != '/') {
                    break;
                }
            }
        }
        return parts;
    }

    private static String withoutPrefix(String host) {
        if (host.startsWith("www.")) {
            return host.substring(4);
        }
        return host.startsWith("m.") ? host.substring(2) : host;
    }
}
