package dev.stet.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest there is here. */
final class Sha256 {

    private Sha256() {}

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform must offer SHA-256, this one does not", impossible);
        }
    }
}
