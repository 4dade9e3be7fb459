package org.wirechief.endpoint.ctl;

import org.wirechief.net.DatagramHandler;
import org.wirechief.net.FifoHandler;
import org.wirechief.net.StreamHandler;

/// What serves a door, whichever carrier it turns out to have.
record Handlers(String payload, StreamHandler stream, DatagramHandler datagram, FifoHandler pipe) {}
