package id.rekap.cli;

public final class Rekap {
    private Rekap() {}

    public static void main(String[] args) {}
}
