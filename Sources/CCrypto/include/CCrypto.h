#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The few functions of the system's libcrypto that are used here, each with its set-up and its clearing away.

#define CCRYPTO_SHA256_SIZE 32
/// The fewest bits of an RSA key that is taken.
#define CCRYPTO_RSA_LEAST_BITS 2048

/// SHA-256 (FIPS 180-4). False: no memory.
bool ccrypto_sha256(const uint8_t *bytes, size_t count, uint8_t digest[CCRYPTO_SHA256_SIZE]);

/// HMAC-SHA256 (RFC 2104). False: no memory.
bool ccrypto_hmac_sha256(const uint8_t *key, size_t key_count, const uint8_t *bytes, size_t count,
                         uint8_t code[CCRYPTO_SHA256_SIZE]);

/// Whether the bytes are the same, in time that depends on their count alone.
bool ccrypto_equal(const uint8_t *a, const uint8_t *b, size_t count);

/// Signs bytes by RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017).
///
/// `pem`: a private key without a passphrase. `capacity`: the room in `signature`; 1,024 bytes are enough for 8,192 bits.
/// Answers the signature's count, or 0 where the key is no RSA key of enough bits.
size_t ccrypto_rsa_sign(const char *pem, size_t pem_count, const uint8_t *bytes, size_t count, uint8_t *signature,
                        size_t capacity);

/// Whether a text holds an RSA public key of enough bits, or a certificate of one.
bool ccrypto_rsa_is_public_key(const char *pem, size_t pem_count);

/// Whether a signature of `ccrypto_rsa_sign`'s kind is right by a public key, or by the one in a certificate.
bool ccrypto_rsa_verify(const char *pem, size_t pem_count, const uint8_t *bytes, size_t count,
                        const uint8_t *signature, size_t signature_count);
