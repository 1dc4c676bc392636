package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Discord whoever manages the server names somebody who looks after the circle, too. */
class StewardsStoryTest {
  @TempDir Path folder;
  private Street street;

  @BeforeEach
  void meet() {
    street = Street.in(folder);
    street.server.owner().types(street.help, "circle set", Map.of("zone", street.noon())).answer();
    street.ben.types(street.help, "board").answer();
    street.chi.types(street.help, "board").answer();
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void a_member_is_chosen_from_the_list_told_and_changes_the_circle_from_the_private_chat() {
    List<String> offered =
        street.server.owner().completes(street.help, "circle stewards", "add", "be").stream()
            .map(one -> String.valueOf(one.value()))
            .toList();
    assertThat(offered).containsExactly("<@" + street.ben.id() + ">");

    assertThat(stewards("add", offered.getFirst())).contains("Ben is a steward of Maple Street");

    street.ben.privateChat().awaitMessage("You are a steward of the circle Maple Street now");
    Map<String, ?> change = Map.of("details", "yes");
    assertThat(street.ben.types(street.ben.privateChat(), "circle set", change).answer().text())
        .contains("Saved");
    assertThat(street.ben.types(street.ben.privateChat(), "circle stewards").answer().text())
        .contains("Named as stewards of Maple Street: Ben");

    assertThat(stewards("remove", "Ben")).contains("Ben is not a steward of Maple Street any more");
    street.ben.privateChat().awaitMessage("You are not a steward of the circle Maple Street");
    assertThat(street.ben.types(street.ben.privateChat(), "circle set", change).answer().text())
        .contains("Only whoever manages");
  }

  private String stewards(String option, String name) {
    return street
        .server
        .owner()
        .types(street.help, "circle stewards", Map.of(option, name))
        .answer()
        .text();
  }
}
