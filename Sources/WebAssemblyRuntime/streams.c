// Standard input and output by WASI, for modules that a command-line runtime runs. A module that calls neither of the
// two functions imports nothing: the linker drops this file's imports with them.
#include "WebAssemblyRuntime.h"

struct vector {
  const uint8_t *start;
  uint32_t count;
};

__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_read"))) int32_t
wasi_read(int32_t descriptor, const struct vector *vectors, int32_t count, uint32_t *done);

__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int32_t
wasi_write(int32_t descriptor, const struct vector *vectors, int32_t count, uint32_t *done);

int32_t runtime_read(uint8_t *into, int32_t count) {
  struct vector vector = {into, (uint32_t)count};
  uint32_t done = 0;
  return wasi_read(0, &vector, 1, &done) == 0 ? (int32_t)done : -1;
}

int32_t runtime_write(const uint8_t *from, int32_t count) {
  while (count > 0) {
    struct vector vector = {from, (uint32_t)count};
    uint32_t done = 0;
    if (wasi_write(1, &vector, 1, &done) != 0 || done == 0) return -1;
    from += done;
    count -= (int32_t)done;
  }
  return 0;
}
