/** The bots that Kith is compared with: a platform's client, constant answers, and no state. */
@org.jspecify.annotations.NullMarked
package org.kith.benchmarks.bare;
