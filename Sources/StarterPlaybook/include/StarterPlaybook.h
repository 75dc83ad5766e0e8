// The playbook that ships, inside the program, so that `stagecraft init` needs no other file.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// One file: its path from the playbook's folder, and its bytes.
struct starter_file {
  const char *_Nonnull path;
  const uint8_t *_Nonnull bytes;
  size_t count;
};

/// How many files there are.
size_t starter_file_count(void);

/// The file at a place below `starter_file_count()`; past it the last one.
struct starter_file starter_file_at(size_t place);
