#include "WebAssets.h"

static const uint8_t openapi[] = {
#embed "../Web/openapi.yaml"
};
static const uint8_t style[] = {
#embed "../Web/Assets/style.css"
};
static const uint8_t icon[] = {
#embed "../Web/Assets/icon.svg"
};

static const struct web_asset assets[] = {
    {"openapi.yaml", "application/yaml; charset=utf-8", openapi, sizeof openapi},
    {"style.css", "text/css; charset=utf-8", style, sizeof style},
    {"icon.svg", "image/svg+xml", icon, sizeof icon},
};

size_t web_asset_count(void) { return sizeof assets / sizeof assets[0]; }

struct web_asset web_asset_at(size_t place) {
  size_t last = web_asset_count() - 1;
  return assets[place < last ? place : last];
}
