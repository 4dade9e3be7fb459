package org.wirechief.endpoint.trace;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.wirechief.endpoint.Parameter;

/// The parameters of a [TracePolicy], the same in every module.
public final class TraceParameters {
    private TraceParameters() {}

    /// For a module whose described value `P` holds a policy.
    ///
    /// @param get the policy it holds
    /// @param put the same value with another policy
    public static <P> List<Parameter<P>> of(Function<P, TracePolicy> get, BiFunction<P, TracePolicy, P> put) {
        return List.of(
                Parameter.text(
                        "trace_destination",
                        "",
                        "name of the hep_id of proto_hep to which requests and replies are copied",
                        (p, name) -> put.apply(p, get.apply(p).to(name))),
                Parameter.text(
                        "trace_bwlist",
                        "",
                        "b: and the commands not to trace, or w: and those to trace alone; the last one counts",
                        (p, list) -> put.apply(p, get.apply(p).only(list))));
    }
}
