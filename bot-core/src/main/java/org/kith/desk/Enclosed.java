package org.kith.desk;

import org.kith.care.CalendarEntry;
import org.kith.command.Message;
import org.kith.post.Attachment;

/**
 * A calendar entry that is ready to be sent.
 *
 * @param entry what the helper's calendar shows once it has arrived
 */
public record Enclosed(Message message, Attachment file, CalendarEntry entry) {}
