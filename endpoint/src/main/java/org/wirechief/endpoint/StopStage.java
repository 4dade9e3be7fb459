package org.wirechief.endpoint;

/// When a module's turn comes while its server stops.
public enum StopStage {
    /// First: requests come in here, and the calls that run still raise events and are told of.
    DOORS,
    /// When no door has anything to do any more: events and copies leave here.
    OUTLETS
}
