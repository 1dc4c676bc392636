/** A circle of simulated people on the real core, for a year: does every request end well? */
@org.jspecify.annotations.NullMarked
package org.kith.simulation;
