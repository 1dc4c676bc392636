package org.kith.desk;

import org.jspecify.annotations.Nullable;
import org.kith.care.CalendarEntry;
import org.kith.command.Message;
import org.kith.post.Attachment;

/**
 * A file that is ready to be sent.
 *
 * @param entry what the helper's calendar shows once it has arrived; null if it is for no calendar
 */
public record Enclosed(Message message, Attachment file, @Nullable CalendarEntry entry) {}
