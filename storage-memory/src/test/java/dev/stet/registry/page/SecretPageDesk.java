package dev.stet.registry.page;

import dev.stet.content.Content;
import dev.stet.page.ConfigPage;

/** A page with secrets, for the tests about them. */
abstract class SecretPageDesk extends PageDesk {
    static final Content SCHEMA = Content.parse("{\"properties\":{"
            + "\"key\":{\"writeOnly\":true,\"type\":\"string\",\"maxLength\":40},"
            + "\"lines\":{\"type\":\"array\",\"items\":{\"properties\":{"
            + "\"name\":{\"type\":\"string\"},\"token\":{\"$ref\":\"#/definitions/secret\"}}}},"
            + "\"vault\":{\"writeOnly\":true,\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}},"
            + "\"definitions\":{\"secret\":{\"writeOnly\":true,\"type\":[\"string\",\"integer\"]}}}");

    /** A page with this in all places that are marked. */
    static Content with(String secret) {
        return Content.parse(("{\"phone\":\"112\",\"key\":\"$\",\"lines\":[{\"name\":\"one\",\"token\":\"$\"},"
                        + "{\"name\":\"two\",\"token\":\"x$\"}],\"vault\":{\"$\":\"y$\",\"other\":\"$\"}}")
                .replace("$", secret));
    }

    Content clear(ConfigPage page) {
        return pages().inClearText().get(page.ref()).variables();
    }
}
