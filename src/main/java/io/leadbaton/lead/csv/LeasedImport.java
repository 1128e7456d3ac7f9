package io.leadbaton.lead.csv;

/**
 * An import this node works on for now.
 *
 * @param lease proves that it is still ours
 * @param rowsDone where to go on
 */
record LeasedImport(String id, String lease, String mapping, char separator, byte[] content, int rowsDone) {

    /** External ids are unique within it, so it is the same for every file of one kind. */
    String door() {
        return "import " + mapping;
    }

    /** The same for the same row of the same import, however often it is tried. */
    String key(CsvRows.Row row) {
        return id + "/" + row.number();
    }
}
