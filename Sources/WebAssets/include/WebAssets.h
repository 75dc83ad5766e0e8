// The files that the server sends as they are, inside the program.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// One file: its name, its media type and its bytes.
struct web_asset {
  const char *_Nonnull name;
  const char *_Nonnull type;
  const uint8_t *_Nonnull bytes;
  size_t count;
};

/// How many files there are.
size_t web_asset_count(void);

/// The file at a place below `web_asset_count()`; past it the last one.
struct web_asset web_asset_at(size_t place);
