package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A request that the bot made.
 *
 * @param method such as {@code POST}
 * @param path below the API's base with a leading slash, without the query
 * @param query the query, empty if there was none
 * @param body the JSON sent; a missing node if there was none
 * @param status what it was answered with; 0 if the answer was lost on purpose
 * @param answer the JSON it was answered with; a missing node if there was none
 * @param at when it came, by the stand-in's clock
 * @param nanos when it came, by {@link System#nanoTime}
 */
public record LoggedRequest(
    String method,
    String path,
    String query,
    JsonNode body,
    int status,
    JsonNode answer,
    Instant at,
    long nanos) {}
