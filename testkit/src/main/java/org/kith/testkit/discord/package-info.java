/**
 * A Discord that runs inside the test: REST and gateway for a real client on one side, people who
 * type, press and react on the other.
 */
@org.jspecify.annotations.NullMarked
package org.kith.testkit.discord;
