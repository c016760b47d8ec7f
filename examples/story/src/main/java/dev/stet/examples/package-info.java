/**
 * What a newcomer runs and copies. Begin with {@link dev.stet.examples.Quickstart}; the chapters of its story, from
 * {@code OpeningDay} to {@code ClosingTime}, are the calls an application makes, in the order in which it meets them. How
 * the story goes on in a store that lasts is told by {@code WhatWasKept} and {@code TodaysNotice}.
 */
@NullMarked
package dev.stet.examples;

import org.jspecify.annotations.NullMarked;
