package id.rekap.claims;

/** Why a file is no chat that can be used. It ends the reading of that file and of no other. */
final class ChatUnreadable extends Exception {
    private final ChatReading.Refusal reason;

    ChatUnreadable(ChatReading.Refusal reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    ChatReading.Refusal reason() {
        return reason;
    }
}
