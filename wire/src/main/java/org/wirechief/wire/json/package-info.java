/// JSON as the reference servers read and print it, to the byte: lenient where they are, and with
/// their rules for numbers, escapes and layout (spec mi-json §2, §6). The other dialects may use
/// this package.
///
/// Must not know any dialect, nor sockets, files and threads. Start reading at
/// [org.wirechief.wire.json.JsonReader] for the one direction and
/// [org.wirechief.wire.json.JsonWriter] for the other.
@NullMarked
package org.wirechief.wire.json;

import org.jspecify.annotations.NullMarked;
