package org.kith.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Seals private details (AES-256-GCM by Google Tink) with a key that is a file of its own beside
 * the database, never in it. Each sealed text is bound to its row, so that it can't be read from
 * another.
 */
public final class Sealer {
  private final Path keyFile;
  private @Nullable Aead aead;

  private Sealer(Path keyFile) {
    this.keyFile = keyFile;
  }

  /**
   * The sealer whose key is in this file; the key is made when the first text is sealed.
   *
   * @param sealedRow any row that is already sealed, null if there is none
   * @throws StoreTrouble if there is a sealed row and the key is missing, unreadable or another
   */
  public static Sealer open(Path keyFile, @Nullable SealedRow sealedRow) {
    Sealer sealer = new Sealer(keyFile);
    if (sealedRow != null) {
      if (!Files.exists(keyFile)) {
        throw new StoreTrouble(
            "KITH_DATA: there are sealed details, but their key "
                + keyFile
                + " is missing; put the key file back from where you keep it");
      }
      try {
        sealer.unseal(sealedRow.sealed(), sealedRow.row());
      } catch (StoreTrouble e) {
        throw new StoreTrouble(
            "KITH_DATA: the key "
                + keyFile
                + " does not open the sealed details; put back the one"
                + " that belongs to this database",
            e);
      }
    }
    return sealer;
  }

  /** Where the key is kept. */
  public Path keyFile() {
    return keyFile;
  }

  /**
   * Seals a text, written as base 64.
   *
   * @param row what it belongs to, such as {@code request:17}
   */
  public String seal(String text, String row) {
    return seal(text.getBytes(StandardCharsets.UTF_8), row);
  }

  /** Seals anything else in the same way. */
  public String seal(byte[] content, String row) {
    try {
      return Base64.getEncoder().encodeToString(aead().encrypt(content, bytes(row)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("it can't be sealed", e);
    }
  }

  /**
   * Opens a sealed text.
   *
   * @throws StoreTrouble if it was sealed with another key or for another row
   */
  public String unseal(String sealed, String row) {
    return new String(unsealBytes(sealed, row), StandardCharsets.UTF_8);
  }

  /** Opens what is no text, and throws as {@link #unseal} does. */
  public byte[] unsealBytes(String sealed, String row) {
    try {
      return aead().decrypt(Base64.getDecoder().decode(sealed), bytes(row));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new StoreTrouble("sealed details of " + row + " can't be opened with " + keyFile, e);
    }
  }

  private static byte[] bytes(String row) {
    return row.getBytes(StandardCharsets.UTF_8);
  }

  private synchronized Aead aead() throws GeneralSecurityException {
    if (aead == null) {
      AeadConfig.register();
      aead = keys().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
    return aead;
  }

  private KeysetHandle keys() throws GeneralSecurityException {
    try {
      if (Files.exists(keyFile)) {
        return TinkJsonProtoKeysetFormat.parseKeyset(
            Files.readString(keyFile), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
      }
      KeysetHandle fresh =
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
      write(
          TinkJsonProtoKeysetFormat.serializeKeyset(
              fresh, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
      return fresh;
    } catch (IOException e) {
      throw new StoreTrouble("KITH_DATA: the key " + keyFile + " can't be read or written", e);
    }
  }

  /** The key is whole and on disk under its name before anything is sealed with it. */
  private void write(String keyset) throws IOException {
    Path draft = keyFile.resolveSibling(keyFile.getFileName() + ".new");
    Files.deleteIfExists(draft);
    if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(draft);
    }
    Files.writeString(draft, keyset, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
    Files.move(draft, keyFile, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * A sealed text and what it belongs to.
   *
   * @param row such as {@code request:17}
   */
  public record SealedRow(String sealed, String row) {}
}
