package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A file that came with a message, or goes with a command.
 *
 * @param id its snowflake; empty before it is sent
 * @param name as uploaded
 * @param bytes its content; the array is shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Attachment(String id, String name, byte[] bytes) {

  /** A file that somebody is about to attach. */
  public Attachment(String name, byte[] bytes) {
    this("", name, bytes);
  }

  ObjectNode json() {
    String url = "https://cdn.discordapp.com/attachments/" + id + "/file";
    ObjectNode json = Json.object();
    json.put("id", id).put("filename", name).put("size", bytes.length);
    return json.put("url", url).put("proxy_url", url);
  }
}
