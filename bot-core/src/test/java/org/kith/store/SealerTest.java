package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.testing.AtOnce;

/** Sealed details open with their own key, for their own row, and with nothing else. */
class SealerTest {
  private static final String DETAILS = "Doorbell 7,\ncode 12-34 – שלום";

  @TempDir Path folder;

  @Test
  void what_is_sealed_opens_again_also_after_a_restart() {
    String sealed = sealer(null).seal(DETAILS, "request:1");
    assertThat(sealed).doesNotContain("Doorbell").doesNotContain("12-34");
    Sealer later = sealer(new Sealer.SealedRow(sealed, "request:1"));
    assertThat(later.unseal(sealed, "request:1")).isEqualTo(DETAILS);
    assertThat(later.seal(DETAILS, "request:1")).isNotEqualTo(sealed);
  }

  @Test
  void the_key_is_made_when_it_is_needed_and_only_its_owner_may_read_it() throws IOException {
    Sealer sealer = sealer(null);
    assertThat(key()).doesNotExist();
    sealer.seal(DETAILS, "request:1");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(key());
    }
  }

  @Test
  void two_first_texts_at_once_are_sealed_with_one_key() {
    Sealer sealer = sealer(null);
    List<String> sealed =
        AtOnce.run(List.of(() -> sealer.seal("a", "r"), () -> sealer.seal("b", "r")));
    Sealer later = sealer(null);
    assertThat(sealed.stream().map(one -> later.unseal(one, "r"))).containsExactly("a", "b");
  }

  @Test
  void a_text_moved_to_another_row_does_not_open() {
    Sealer sealer = sealer(null);
    String sealed = sealer.seal(DETAILS, "request:1");
    assertThatThrownBy(() -> sealer.unseal(sealed, "request:2"))
        .isInstanceOf(StoreTrouble.class)
        .hasMessageContaining("request:2");
    assertThatThrownBy(() -> sealer.unseal("no base 64!", "request:1"))
        .isInstanceOf(StoreTrouble.class);
  }

  @Test
  void sealed_details_without_their_key_stop_the_start_in_one_line() throws IOException {
    String sealed = sealer(null).seal(DETAILS, "request:1");
    Files.delete(key());
    assertOneLine(sealed, "is missing; put the key file back");
    assertThat(key()).doesNotExist();
  }

  @Test
  void sealed_details_with_another_key_stop_the_start_in_one_line() throws IOException {
    String sealed = sealer(null).seal(DETAILS, "request:1");
    Files.delete(key());
    sealer(null).seal("other", "request:9");
    assertOneLine(sealed, "does not open the sealed details");
  }

  @Test
  void a_key_file_that_is_no_key_stops_the_start_in_one_line() throws IOException {
    String sealed = sealer(null).seal(DETAILS, "request:1");
    Files.writeString(key(), "{\"not\": \"a key\"}");
    assertOneLine(sealed, "does not open the sealed details");
    Files.writeString(key(), "");
    assertOneLine(sealed, "does not open the sealed details");
  }

  private void assertOneLine(String sealed, String hint) {
    assertThatThrownBy(() -> sealer(new Sealer.SealedRow(sealed, "request:1")))
        .isInstanceOf(StoreTrouble.class)
        .message()
        .startsWith("KITH_DATA: ")
        .contains("sealing-key.json")
        .contains(hint)
        .doesNotContain("\n")
        .doesNotContain("12-34");
  }

  private Sealer sealer(Sealer.@Nullable SealedRow row) {
    return Sealer.open(key(), row);
  }

  private Path key() {
    return folder.resolve("sealing-key.json");
  }
}
