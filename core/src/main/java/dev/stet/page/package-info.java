/**
 * Config pages: what an agent runs with in one environment and may change at once, without a new version. A page is a JSON
 * object of variables and the JSON Schema that they must meet, with revisions of its own.
 */
@NullMarked
package dev.stet.page;

import org.jspecify.annotations.NullMarked;
