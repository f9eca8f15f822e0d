package id.rekap.register;

/** What the register says of a person for some time; a new interval opens when any of it changes. */
record Standing(String agency, String no, String name, String type, String status, boolean active) {}
