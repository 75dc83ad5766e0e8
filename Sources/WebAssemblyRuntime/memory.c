// Allocation over memory.grow: blocks in powers of two, a free list for each size. Nothing is given back to the host.
#include <stddef.h>
#include <stdint.h>

extern uint8_t __heap_base;

enum { smallest = 5, largest = 31, header = 16 };

static uintptr_t top;
static void *unused[largest + 1];

/// Stands right before every block handed out: its size class, and where its memory really starts.
struct block_header {
  uint32_t size_class;
  uint32_t start;
};

static void *take(size_t count) {
  if (!top) top = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
  size_t have = __builtin_wasm_memory_size(0) * (size_t)65536;
  if (count > SIZE_MAX - top) return NULL;
  if (top + count > have) {
    size_t pages = (top + count - have + 65535) / 65536;
    size_t step = pages < 16 ? 16 : pages;
    if (__builtin_wasm_memory_grow(0, step) == (size_t)-1 && __builtin_wasm_memory_grow(0, pages) == (size_t)-1) return NULL;
  }
  void *start = (void *)top;
  top += count;
  return start;
}

static void *allocate(size_t alignment, size_t count) {
  size_t room = alignment > header ? alignment : header;
  if (count > (size_t)0x7fffffff - room) return NULL;
  uint32_t size_class = smallest;
  while (((size_t)1 << size_class) < count + room) {
    if (++size_class > largest) return NULL;
  }
  void **start = unused[size_class];
  if (start) {
    unused[size_class] = *start;
  } else {
    start = take((size_t)1 << size_class);
    if (!start) return NULL;
  }
  uintptr_t block = ((uintptr_t)start + sizeof(struct block_header) + room - 1) & ~(uintptr_t)(room - 1);
  struct block_header *before = (struct block_header *)block - 1;
  before->size_class = size_class;
  before->start = (uint32_t)(uintptr_t)start;
  return (void *)block;
}

void *malloc(size_t count) { return allocate(header, count); }

void free(void *block) {
  if (!block) return;
  struct block_header before = *((struct block_header *)block - 1);
  void **start = (void **)(uintptr_t)before.start;
  *start = unused[before.size_class];
  unused[before.size_class] = start;
}

int posix_memalign(void **out, size_t alignment, size_t count) {
  *out = allocate(alignment, count);
  return *out ? 0 : 12;
}

void *memcpy(void *to, const void *from, size_t count) {
  __builtin_memcpy(to, from, count);
  return to;
}

void *memmove(void *to, const void *from, size_t count) {
  __builtin_memmove(to, from, count);
  return to;
}

void *memset(void *to, int value, size_t count) {
  __builtin_memset(to, value, count);
  return to;
}

int memcmp(const void *a, const void *b, size_t count) {
  const uint8_t *x = a, *y = b;
  for (; count; count--, x++, y++) {
    if (*x != *y) return *x - *y;
  }
  return 0;
}

_Noreturn void __stack_chk_fail(void) { __builtin_trap(); }
uintptr_t __stack_chk_guard = 0x5ca1ab1e;

/// Seeds the standard library's hashing. A fixed seed keeps runs repeatable; the host bounds the input's size.
void arc4random_buf(void *into, size_t count) {
  uint8_t *bytes = into;
  for (size_t i = 0; i < count; i++) bytes[i] = (uint8_t)(i * 37 + 11);
}

/// Only a trap of the standard library prints; what it says has nowhere to go.
int putchar(int character) { return character; }
