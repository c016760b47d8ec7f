/**
 * JSON Schema, safe with schemas and documents from anybody: nothing is fetched, patterns take linear time, and the work of
 * each check is bounded. The validator behind it is a library, which sees neither references nor names of other documents.
 */
@NullMarked
package dev.stet.schema;

import org.jspecify.annotations.NullMarked;
