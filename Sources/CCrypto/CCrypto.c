#include "CCrypto.h"

#include <limits.h>
#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static EVP_MD *sha256;

// Looked up once: each use of EVP_sha256() would look it up anew.
static void fetch(void) { sha256 = EVP_MD_fetch(NULL, "SHA2-256", NULL); }

static const EVP_MD *digest(void) {
  pthread_once(&once, fetch);
  return sha256 ? sha256 : EVP_sha256();
}

bool ccrypto_sha256(const uint8_t *bytes, size_t count, uint8_t code[CCRYPTO_SHA256_SIZE]) {
  return EVP_Digest(bytes, count, code, NULL, digest(), NULL) == 1;
}

bool ccrypto_hmac_sha256(const uint8_t *key, size_t key_count, const uint8_t *bytes, size_t count,
                         uint8_t code[CCRYPTO_SHA256_SIZE]) {
  // A null key would mean the one of the call before.
  static const uint8_t none = 0;
  return key_count <= INT_MAX && HMAC(digest(), key ? key : &none, (int)key_count, bytes, count, code, NULL) != NULL;
}

bool ccrypto_equal(const uint8_t *a, const uint8_t *b, size_t count) { return CRYPTO_memcmp(a, b, count) == 0; }

// Never asks at a terminal.
static int no_passphrase(char *buffer, int size, int is_writing, void *context) { return -1; }

static BIO *text(const char *pem, size_t count) { return count <= INT_MAX ? BIO_new_mem_buf(pem, (int)count) : NULL; }

static EVP_PKEY *checked(EVP_PKEY *key) {
  ERR_clear_error();
  if (key && (EVP_PKEY_get_base_id(key) != EVP_PKEY_RSA || EVP_PKEY_get_bits(key) < CCRYPTO_RSA_LEAST_BITS)) {
    EVP_PKEY_free(key);
    return NULL;
  }
  return key;
}

static EVP_PKEY *public_key(const char *pem, size_t count) {
  BIO *bio = text(pem, count);
  if (!bio) return NULL;
  EVP_PKEY *key = PEM_read_bio_PUBKEY(bio, NULL, no_passphrase, NULL);
  BIO_free(bio);
  if (key) return checked(key);
  bio = text(pem, count);
  if (!bio) return NULL;
  X509 *certificate = PEM_read_bio_X509(bio, NULL, no_passphrase, NULL);
  BIO_free(bio);
  if (certificate) key = X509_get_pubkey(certificate);
  X509_free(certificate);
  return checked(key);
}

size_t ccrypto_rsa_sign(const char *pem, size_t pem_count, const uint8_t *bytes, size_t count, uint8_t *signature,
                        size_t capacity) {
  BIO *bio = text(pem, pem_count);
  if (!bio) return 0;
  EVP_PKEY *key = checked(PEM_read_bio_PrivateKey(bio, NULL, no_passphrase, NULL));
  BIO_free(bio);
  if (!key) return 0;
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  size_t length = capacity;
  bool is_done = context && EVP_DigestSignInit(context, NULL, digest(), NULL, key) == 1 &&
                 EVP_DigestSign(context, signature, &length, bytes, count) == 1;
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(key);
  ERR_clear_error();
  return is_done ? length : 0;
}

bool ccrypto_rsa_is_public_key(const char *pem, size_t pem_count) {
  EVP_PKEY *key = public_key(pem, pem_count);
  EVP_PKEY_free(key);
  return key != NULL;
}

bool ccrypto_rsa_verify(const char *pem, size_t pem_count, const uint8_t *bytes, size_t count,
                        const uint8_t *signature, size_t signature_count) {
  EVP_PKEY *key = public_key(pem, pem_count);
  if (!key) return false;
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  bool is_right = context && EVP_DigestVerifyInit(context, NULL, digest(), NULL, key) == 1 &&
                  EVP_DigestVerify(context, signature, signature_count, bytes, count) == 1;
  EVP_MD_CTX_free(context);
  EVP_PKEY_free(key);
  ERR_clear_error();
  return is_right;
}
