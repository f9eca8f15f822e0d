package id.rekap.exemption;

/** An exemption as somebody writes it, on a command line or in a row; what is not written is empty. */
public record ExemptionRequest(
        String employee,
        String agency,
        String obligation,
        String ground,
        String from,
        String until,
        String grantedBy,
        String document) {
    @Override
    public String toString() {
        return "a request for an exemption";
    }
}
