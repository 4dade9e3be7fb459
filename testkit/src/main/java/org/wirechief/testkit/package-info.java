/// What tests of several modules need: golden vectors captured from the original programs, random
/// input that can be repeated, a clock that is set.
///
/// Must not know any of our modules: bytes come out, and what is done with them is the test's
/// affair. Start reading at [org.wirechief.testkit.GoldenVectors].
@NullMarked
package org.wirechief.testkit;

import org.jspecify.annotations.NullMarked;
