package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A request that found its route.
 *
 * @param route where it goes
 * @param params the named parts of the path, decoded
 * @param query by name
 * @param body the JSON, or a missing node
 * @param files uploaded beside it
 */
record Call(
    Route route,
    Map<String, String> params,
    Map<String, String> query,
    JsonNode body,
    List<Upload> files) {

  /** An uploaded file before it has an id. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Upload(String name, byte[] bytes) {}

  String param(String name) {
    String value = params.get(name);
    if (value == null) {
      throw new IllegalStateException(route + " has no part " + name);
    }
    return value;
  }

  List<Attachment> attachments(World world) {
    return files.stream().map(f -> new Attachment(world.newId(), f.name(), f.bytes())).toList();
  }
}
