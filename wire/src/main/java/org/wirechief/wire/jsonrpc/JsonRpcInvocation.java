package org.wirechief.wire.jsonrpc;

import org.wirechief.core.Args;
import org.wirechief.core.Call;
import org.wirechief.core.MiNaming;
import org.wirechief.core.Octets;
import org.wirechief.core.Origin;

/// A request on its way to its command.
record JsonRpcInvocation(Octets command, Args args, Origin origin, MiNaming naming) implements Call {}
