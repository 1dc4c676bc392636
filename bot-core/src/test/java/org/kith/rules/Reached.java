package org.kith.rules;

import java.util.Set;

/**
 * Something that reached somebody.
 *
 * @param reader the account; of a post, the house in which everybody can read it
 * @param house the house in which it was shown; "" in the private chat
 * @param opened the accounts to whom the details of the request in question are open just now
 */
record Reached(Way way, String reader, String house, String text, Set<String> opened) {
  enum Way {
    /** For everybody there. */
    POST,
    /** For whoever typed or pressed. */
    ANSWER,
    /** By private message. */
    LETTER,
    /** In a file that they were handed. */
    FILE
  }
}
