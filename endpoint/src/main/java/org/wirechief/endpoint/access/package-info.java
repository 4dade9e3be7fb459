/// Who may call, and how much: the parameters `allow_from`, `access`, `access_users` and
/// `access_groups`, the same in every module that has them, and the answer to those who may not.
///
/// Must not know any module or dialect. Start reading at
/// [org.wirechief.endpoint.access.AccessPolicy].
@NullMarked
package org.wirechief.endpoint.access;

import org.jspecify.annotations.NullMarked;
