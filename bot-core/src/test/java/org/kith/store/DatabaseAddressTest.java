package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever address is given, the settings that keep it safe are those that are used. */
class DatabaseAddressTest {
  private static final String SAFE =
      ";WRITE_DELAY=0;RETENTION_TIME=2147483647;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=250";

  @Test
  void the_safety_settings_are_added_to_any_h2_address() {
    assertThat(url("jdbc:h2:file:/data/kith")).isEqualTo("jdbc:h2:file:/data/kith" + SAFE);
    assertThat(url("jdbc:h2:./data/kith;CACHE_SIZE=2000"))
        .isEqualTo("jdbc:h2:file:./data/kith;CACHE_SIZE=2000" + SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WRITE_DELAY=500",
        "write_delay=100",
        "RETENTION_TIME=1000",
        "AUTO_SERVER=TRUE",
        "DB_CLOSE_ON_EXIT=TRUE",
        "FILE_LOCK=NO"
      })
  void a_setting_that_loses_data_is_taken_away(String setting) {
    assertThat(url("jdbc:h2:file:/data/kith;" + setting))
        .isEqualTo("jdbc:h2:file:/data/kith" + SAFE);
  }

  @Test
  void the_home_folder_is_meant_by_a_tilde() {
    assertThat(new DatabaseAddress("jdbc:h2:~/kith", "kith", "").h2Path())
        .isEqualTo(Path.of(System.getProperty("user.home"), "kith"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:kith",
        "jdbc:h2:tcp://localhost/kith",
        "jdbc:h2:nio:/data/kith",
        "jdbc:h2:",
        "jdbc:mysql://localhost/kith",
        "data/kith",
        ""
      })
  void only_a_file_or_postgresql_is_taken(String url) {
    assertThatThrownBy(() -> new DatabaseAddress(url, "kith", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains("jdbc:h2:");
  }

  @Test
  void an_address_of_postgresql_stays_as_it_is() {
    assertThat(url("jdbc:postgresql://localhost/kith?ssl=true"))
        .isEqualTo("jdbc:postgresql://localhost/kith?ssl=true");
  }

  @Test
  void a_password_is_never_in_a_text() {
    assertThat(new DatabaseAddress("jdbc:postgresql://x/kith?password=pw1", "kith", "pw2"))
        .hasToString("DatabaseAddress[PostgreSQL]");
  }

  private static String url(String given) {
    return new DatabaseAddress(given, "kith", "").url();
  }
}
