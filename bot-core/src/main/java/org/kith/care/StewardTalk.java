package org.kith.care;

/**
 * What a steward who has taken a report and one of those whom it concerns write to each other
 * through the bot; it ends with the report.
 *
 * @param withReporter true if it is with whoever wrote the report, false if with whoever it is
 *     about
 * @param begun false until the other side has heard of it, and may write, too
 */
public record StewardTalk(
    long id, long reportId, long steward, boolean withReporter, boolean begun) {}
