package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A file that came with a message.
 *
 * @param id its snowflake
 * @param name as uploaded
 * @param bytes its content; the array is shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Attachment(String id, String name, byte[] bytes) {

  ObjectNode json() {
    String url = "https://cdn.discordapp.com/attachments/" + id + "/file";
    ObjectNode json = Json.object();
    json.put("id", id).put("filename", name).put("size", bytes.length);
    return json.put("url", url).put("proxy_url", url);
  }
}
