package org.wirechief.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {
    /// Captured, with fewer and other frames, addresses and names of places.
    private static final String CAPTURED = """
            ctl handler  100/125 \s
            \tffffffff81000001 finish_task_switch.isra.0 ([kernel.kallsyms])
            \tffffffff81000002 __schedule ([kernel.kallsyms])
            \tffffffff81000003 schedule_hrtimeout_range_clock ([kernel.kallsyms])
            \tffffffff81000004 __x64_sys_epoll_wait ([kernel.kallsyms])
            \tffffffff81000005 do_syscall_64 ([kernel.kallsyms])
            \t          108f36 epoll_wait (/usr/lib/x86_64-linux-gnu/libc.so.6)
            \t    7f0000000001 int sun.nio.ch.EPoll.wait(int, long, int, int) (/tmp/perf-100.map)

            ctl handler  100/125 \s
            \tffffffff81000001 unix_stream_sendmsg ([kernel.kallsyms])
            \tffffffff81000002 sock_write_iter ([kernel.kallsyms])
            \tffffffff81000003 ksys_write ([kernel.kallsyms])
            \tffffffff81000005 do_syscall_64 ([kernel.kallsyms])
            \t           f838f __GI___libc_write (/usr/lib/x86_64-linux-gnu/libc.so.6)

            ctl handler  100/125 \s
            \t    7f0000000002 int org.wirechief.endpoint.ctl.StreamDoor.received(org.wirechief.net.StreamConnection, int) (/tmp/perf-100.map)
            \t    7f0000000003 void org.wirechief.net.EventLoop.select() (/tmp/perf-100.map)

            C2 CompilerThre  100/110 \s
            \t          a23840 PhaseCFG::sched_call (/usr/lib/jvm/jdk/lib/server/libjvm.so)
            """;

    @Test
    void readsWhatPerfPrints() {
        List<PerfScript.Sample> samples = PerfScript.parse(CAPTURED);

        assertThat(samples)
                .extracting(PerfScript.Sample::thread)
                .containsExactly("ctl handler", "ctl handler", "ctl handler", "C2 CompilerThre");
        assertThat(samples.get(1).frames().getLast())
                .isEqualTo(new PerfScript.Frame("__GI___libc_write", "/usr/lib/x86_64-linux-gnu/libc.so.6"));
        assertThat(samples).extracting(Part::of).containsExactly(Part.SLEEP, Part.SEND, Part.ENDPOINT, Part.COMPILER);
    }

    @Test
    void linesThatAreNoSamplesAreLeftOut() {
        assertThat(PerfScript.parse("")).isEmpty();
        assertThat(PerfScript.parse("what is this\n\tand this (too)\n\n")).isEmpty();
        assertThat(PerfScript.parse("\t  1 stray (x)\n\nkamailio 7/7 \n\n"))
                .containsExactly(new PerfScript.Sample("kamailio", List.of()));
    }

    @Test
    void whatInterruptsTheKernelIsTheRest() {
        assertThat(Part.of(kernel("exit_to_user_mode_loop", "do_syscall_64"))).isEqualTo(Part.KERNEL);
        assertThat(Part.of(new PerfScript.Sample("any", List.of()))).isEqualTo(Part.KERNEL);
    }

    @ParameterizedTest
    @CsvSource({
        "__x64_sys_read, RECEIVE",
        "ksys_read, RECEIVE",
        "__sys_recvmmsg, RECEIVE",
        "__sys_recvfrom, RECEIVE",
        "do_writev, SEND",
        "__sys_sendmmsg, SEND",
        "__arm64_sys_sendto, SEND",
        "do_epoll_wait, WAIT",
        "__x64_sys_poll, WAIT",
        "__x64_sys_futex, SLEEP",
        "do_futex, SLEEP"
    })
    void systemCallsByTheirFunctions(String function, Part part) {
        assertThat(Part.of(kernel("inside", function, "do_syscall_64"))).isEqualTo(part);
        assertThat(Part.of(kernel("inside", "try_to_wake_up", "__wake_up_sync_key", function)))
                .as("waking somebody on the way")
                .isEqualTo(Part.SLEEP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int org.wirechief.net.Loop.read(java.lang.String) | /tmp/perf-7.map | NET
            void org.wirechief.wire.binrpc.X.y()              | /tmp/perf-7.map | WIRE
            void org.wirechief.core.X$$Lambda/0x01.y()        | /tmp/perf-7.map | CORE
            void org.wirechief.server.Audit.around(int)       | /tmp/perf-7.map | SERVER
            int java.lang.Integer.hashCode()                  | /tmp/perf-7.map | JDK
            void jdk.internal.X.y(org.wirechief.net.Z)        | /tmp/perf-7.map | JDK
            Interpreter                                       | /tmp/perf-7.map | JVM
            StubRoutines (finalstubs)                         | /tmp/perf-7.map | JVM
            Unique_Node_List::push                            | /x/libjvm.so    | JVM
            convertReturnVal                                  | /x/libnio.so    | JDK
            __vdso_clock_gettime                              | [vdso]          | LIBC
            memmove                                           | /x/libc.so.6    | LIBC
            __tls_get_addr                                    | /x/ld-linux-x86-64.so.2 | LIBC
            handle                                            | /x/ctl.so       | OWN
            """)
    void programsByTheirFiles(String symbol, String object, Part part) {
        var frame = new PerfScript.Frame(symbol, object);

        assertThat(Part.of(new PerfScript.Sample("any", List.of(frame)))).isEqualTo(part);
    }

    @Test
    void partsAreSharesOfTheTimeOfARequest() {
        Profile ours = Profile.of(PerfScript.parse(CAPTURED), 8);
        Profile theirs = new Profile(Map.of(Part.OWN, 1L, Part.SEND, 3L), Map.of(), 4);

        assertThat(Profile.table(ours, theirs)).isEqualTo("""
                | us of processor time a request                | ours  | Kamailio |
                | --------------------------------------------- | ----- | -------- |
                | kernel: to sleep and to be woken, and to wake | 2.000 | 0.000    |
                | kernel: sending                               | 2.000 | 3.000    |
                | JVM: compiler                                 | 2.000 | 0.000    |
                | own code: endpoint                            | 2.000 | 0.000    |
                | own code of a C server                        | 0.000 | 1.000    |
                | all                                           | 8.000 | 4.000    |
                """);
        assertThat(ours.heaviest(1)).isEqualTo("- 2.000 `PhaseCFG::sched_call (libjvm.so)`\n");
    }

    private static PerfScript.Sample kernel(String... functions) {
        return new PerfScript.Sample(
                "any",
                List.of(functions).stream()
                        .map(function -> new PerfScript.Frame(function, "[kernel.kallsyms]"))
                        .toList());
    }
}
