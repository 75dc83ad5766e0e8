// What a freestanding wasm32 module needs and the toolchain ships no library for. The compiler and the standard
// library call most of it by name; only the two streams below are meant to be called from Swift.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Reads up to `count` bytes of standard input; how many came, 0 at its end, negative after an error.
int32_t runtime_read(uint8_t *_Nonnull into, int32_t count);

/// Writes `count` bytes to standard output; 0, or negative after an error.
int32_t runtime_write(const uint8_t *_Nonnull from, int32_t count);
