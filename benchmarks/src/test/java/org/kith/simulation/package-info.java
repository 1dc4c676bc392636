@org.jspecify.annotations.NullMarked
package org.kith.simulation;
