package dev.stet.storage.jdbc.fault;

import dev.stet.storage.jdbc.operation.Picture;
import java.util.List;
import java.util.Map;

/**
 * What is stored of a workspace.
 *
 * @param rows in the tables
 * @param picture as the library returns it
 */
record State(Map<String, List<String>> rows, Picture picture) {}
