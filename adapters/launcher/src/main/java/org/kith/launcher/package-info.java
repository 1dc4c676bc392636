/** Settings, wiring, health and metrics, backup and doctor: what makes one program of the parts. */
@org.jspecify.annotations.NullMarked
package org.kith.launcher;
