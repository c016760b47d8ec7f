package dev.stet.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest of a value's text. */
final class Sha256 {

    private Sha256() {}

    static byte[] of(JsonValue value, JsonWriter.Form form) {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform must offer SHA-256, this one does not", impossible);
        }
        JsonWriter.write(value, form, sha256::update);
        return sha256.digest();
    }
}
