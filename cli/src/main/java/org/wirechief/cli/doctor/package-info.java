/// `chief doctor`: why a connection fails, and what mends it. Looks at files, at the kernel's lists
/// of sockets and at what a door says; changes nothing.
///
/// Start reading at [org.wirechief.cli.doctor.DoctorCommand], then at
/// [org.wirechief.cli.doctor.Examination].
@NullMarked
package org.wirechief.cli.doctor;

import org.jspecify.annotations.NullMarked;
