/**
 * The browser room: a little chat platform of its own that lives on this machine, with a page to
 * see it. People, a group, private chats, reactions, and a clock that can be moved.
 */
@org.jspecify.annotations.NullMarked
package org.kith.browser;
