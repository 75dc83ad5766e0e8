// 128-bit integer arithmetic that the compiler calls on wasm32 (elsewhere it comes with compiler-rt).
#include <stdint.h>

typedef __int128 int128;
typedef unsigned __int128 uint128;

union words {
  uint128 value;
  struct {
    uint64_t low, high;
  } half;
};

static uint128 from_words(uint64_t high, uint64_t low) {
  union words result;
  result.half.low = low;
  result.half.high = high;
  return result.value;
}

int128 __multi3(int128 a, int128 b) {
  union words x = {.value = (uint128)a}, y = {.value = (uint128)b};
  const uint64_t mask = 0xffffffffu;
  uint64_t a0 = x.half.low & mask, a1 = x.half.low >> 32, b0 = y.half.low & mask, b1 = y.half.low >> 32;
  uint64_t low = a0 * b0, cross0 = a0 * b1, cross1 = a1 * b0;
  uint64_t middle = (low >> 32) + (cross0 & mask) + (cross1 & mask);
  uint64_t high = a1 * b1 + (cross0 >> 32) + (cross1 >> 32) + (middle >> 32);
  high += x.half.high * y.half.low + x.half.low * y.half.high;
  return (int128)from_words(high, (low & mask) | (middle << 32));
}

int128 __ashlti3(int128 a, int count) {
  union words x = {.value = (uint128)a};
  if (count == 0) return a;
  if (count >= 64) return (int128)from_words(x.half.low << (count - 64), 0);
  return (int128)from_words((x.half.high << count) | (x.half.low >> (64 - count)), x.half.low << count);
}

int128 __lshrti3(int128 a, int count) {
  union words x = {.value = (uint128)a};
  if (count == 0) return a;
  if (count >= 64) return (int128)from_words(0, x.half.high >> (count - 64));
  return (int128)from_words(x.half.high >> count, (x.half.low >> count) | (x.half.high << (64 - count)));
}

int128 __ashrti3(int128 a, int count) {
  union words x = {.value = (uint128)a};
  if (count == 0) return a;
  int64_t high = (int64_t)x.half.high;
  if (count >= 64) return (int128)from_words((uint64_t)(high >> 63), (uint64_t)(high >> (count - 64)));
  return (int128)from_words((uint64_t)(high >> count), (x.half.low >> count) | ((uint64_t)high << (64 - count)));
}

/// Division by a 64-bit number in four 32-bit digits when the divisor is short, else bit by bit.
static uint128 divide(uint128 dividend, uint128 divisor, uint128 *remainder) {
  union words n = {.value = dividend}, d = {.value = divisor};
  if (d.half.high == 0 && d.half.low == 0) __builtin_trap();
  if (n.half.high == 0 && d.half.high == 0) {
    *remainder = n.half.low % d.half.low;
    return n.half.low / d.half.low;
  }
  if (divisor > dividend) {
    *remainder = dividend;
    return 0;
  }
  if (d.half.high == 0 && d.half.low <= 0xffffffffu) {
    uint64_t by = d.half.low, high = n.half.high / by, rest = n.half.high % by;
    uint64_t digit = (rest << 32) | (n.half.low >> 32), upper = digit / by;
    digit = ((digit % by) << 32) | (n.half.low & 0xffffffffu);
    *remainder = digit % by;
    return from_words(high, (upper << 32) | (digit / by));
  }
  int divisor_zeros = d.half.high ? __builtin_clzll(d.half.high) : 64 + __builtin_clzll(d.half.low);
  int shift = divisor_zeros - __builtin_clzll(n.half.high);
  uint128 rest = dividend, shifted = (uint128)__ashlti3((int128)divisor, shift), quotient = 0;
  for (; shift >= 0; shift--) {
    quotient <<= 1;
    if (rest >= shifted) {
      rest -= shifted;
      quotient |= 1;
    }
    shifted >>= 1;
  }
  *remainder = rest;
  return quotient;
}

uint128 __udivti3(uint128 a, uint128 b) {
  uint128 remainder;
  return divide(a, b, &remainder);
}

uint128 __umodti3(uint128 a, uint128 b) {
  uint128 remainder;
  divide(a, b, &remainder);
  return remainder;
}

static uint128 magnitude(int128 a) { return a < 0 ? -(uint128)a : (uint128)a; }

int128 __divti3(int128 a, int128 b) {
  uint128 remainder, quotient = divide(magnitude(a), magnitude(b), &remainder);
  return (int128)((a < 0) != (b < 0) ? -quotient : quotient);
}

int128 __modti3(int128 a, int128 b) {
  uint128 remainder;
  divide(magnitude(a), magnitude(b), &remainder);
  return (int128)(a < 0 ? -remainder : remainder);
}
